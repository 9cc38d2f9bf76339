package org.consentledger.query.timeline;

import java.util.Locale;
import org.consentledger.query.transfer.TransferKind;
import org.consentledger.query.transfer.TransferTallies;

/**
 * One transfer, or several of a kind that happened close to each other, as they are drawn.
 *
 * @param says all that it shows, in words
 */
record Mark(TransferTallies.Count count, double x, String says) {

    private static final int THOUSAND = 1000;

    public String style() {
        return count.kind().name().toLowerCase(Locale.ROOT);
    }

    public boolean isAlone() {
        return count.number() == 1;
    }

    /** How many, in the room that there is. */
    public String number() {
        return count.number() < THOUSAND ? Long.toString(count.number()) : count.number() / THOUSAND + "k";
    }

    /** Whether nothing was wrong with it: then it stands in the upper row. */
    public boolean isSound() {
        return count.kind() == TransferKind.PERMITTED || count.kind() == TransferKind.REPORTED;
    }
}
