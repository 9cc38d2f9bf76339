package org.consentledger.query.report.transfers;

import org.jspecify.annotations.Nullable;

/**
 * Transfers in numbers.
 *
 * @param permitted asked for before they happened, and permitted (TransferPermitted)
 * @param reported reported after they had happened (TransferReported), those with findings included
 * @param withFindings reported, and the rules found something wrong with them
 * @param refused asked for and refused (TransferRefused): nothing went anywhere; null if the caller may not be told
 */
public record TransferFigures(
        long permitted,
        long reported,
        long withFindings,
        @Nullable Long refused) {

    /** None, of which a caller may be told all. */
    public static final TransferFigures NONE = new TransferFigures(0, 0, 0, 0L);

    /** What went to a recipient: permitted and reported ones. */
    public long sent() {
        return permitted + reported;
    }

    /** The same without what nobody but the controller is told. */
    TransferFigures withoutRefused() {
        return new TransferFigures(permitted, reported, withFindings, null);
    }

    /** Both together. */
    public TransferFigures plus(TransferFigures more) {
        return new TransferFigures(
                permitted + more.permitted,
                reported + more.reported,
                withFindings + more.withFindings,
                refused == null || more.refused == null ? null : refused + more.refused);
    }

    /** Of transfers that were recorded as events of one type. */
    static TransferFigures of(String type, boolean withFindings, long count) {
        return switch (type) {
            case "TransferPermitted" -> new TransferFigures(count, 0, 0, 0L);
            case "TransferReported" -> new TransferFigures(0, count, withFindings ? count : 0, 0L);
            case "TransferRefused" -> new TransferFigures(0, 0, 0, count);
            default -> throw new IllegalArgumentException("no transfer: " + type);
        };
    }
}
