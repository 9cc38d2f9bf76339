package org.consentledger.chaos.proof;

/**
 * What became of the commands.
 *
 * @param acknowledged commands that some node said are recorded
 * @param found of these, in the ledger, with the same ids at the same positions
 * @param doubled commands whose content was recorded more than once, acknowledged or not
 */
public record Count(int acknowledged, int found, int doubled) {

    public int lost() {
        return acknowledged - found;
    }
}
