package org.consentledger.query.transfer;

import java.util.Locale;
import org.consentledger.transfer.Verdict;

/** What became of a transfer, as a person wants to tell them apart. */
public enum TransferKind {
    /** It was asked for, and could go ahead. */
    PERMITTED,
    /** It was reported, and the rules have nothing against it. */
    REPORTED,
    /** It was reported, and the rules found something wrong. */
    FINDINGS,
    /** It was asked for and had to stay undone. */
    REFUSED;

    /** The same in SQL, of a row of table transfer called {@code t}. */
    static final String SQL = """
            CASE WHEN t.type = 'TransferRefused' THEN 'REFUSED' WHEN t.type = 'TransferPermitted' THEN 'PERMITTED'
                 WHEN t.verdict = 'REFUSED' THEN 'FINDINGS' ELSE 'REPORTED' END""";

    /** The class of its word and shape in the stylesheet. */
    public String style() {
        return this == REFUSED ? "stopped" : name().toLowerCase(Locale.ROOT);
    }

    /** By the type of its event and what the rules said. */
    public static TransferKind of(String type, Verdict verdict) {
        return switch (type) {
            case "TransferPermitted" -> PERMITTED;
            case "TransferRefused" -> REFUSED;
            default -> verdict == Verdict.REFUSED ? FINDINGS : REPORTED;
        };
    }
}
