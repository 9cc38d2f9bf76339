package org.consentledger.importing;

import java.util.Locale;

/**
 * What became of the rows of one import, in all its runs since it was begun at the first row.
 *
 * @param accepted rows that the ledger took, now or earlier
 * @param known those of them that it had taken before they were sent
 * @param rejected rows that did not become facts
 */
record Totals(long accepted, long known, long rejected) {

    static final Totals NONE = new Totals(0, 0, 0);

    /** Rows done, which are the first ones of the table. */
    long rows() {
        return accepted + rejected;
    }

    Totals accepted(boolean wasKnown) {
        return new Totals(accepted + 1, known + (wasKnown ? 1 : 0), rejected);
    }

    Totals reject() {
        return new Totals(accepted, known, rejected + 1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "rows=%d accepted=%d known=%d rejected=%d", rows(), accepted, known, rejected);
    }
}
