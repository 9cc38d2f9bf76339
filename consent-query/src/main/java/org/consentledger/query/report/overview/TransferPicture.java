package org.consentledger.query.report.overview;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.query.report.overview.Overview.TransferPart;
import org.consentledger.query.report.transfers.TransferFigures;

/**
 * Transfers over time, drawn as columns.
 *
 * @param columns parts of the period in which there was any
 * @param highest number of transfers in a column
 */
record TransferPicture(Parts parts, List<Column> columns, long highest) {

    static final double LEFT = 46;
    static final double RIGHT = 990;

    private static final double HEIGHT = 150;
    private static final double WIDEST = 46;
    private static final double LEAST = 1.5;

    /** A part of the period, of which each kind of transfer is a piece. */
    record Column(String name, double x, double width, TransferFigures figures, List<Piece> pieces) {}

    /** Transfers of one kind: {@code permitted}, {@code reported}, {@code findings} or {@code refused}. */
    record Piece(String kind, double from, double length) {

        /** The upper edge of a piece of a column. */
        public double y() {
            return Parts.round(HEIGHT - from - length);
        }
    }

    static TransferPicture of(List<TransferPart> timeline, Parts parts) {
        var highest =
                timeline.stream().mapToLong(part -> all(part.transfers())).max().orElse(0);
        var width = Parts.round(Math.clamp(parts.step() * 0.82, LEAST, WIDEST));
        var columns = new ArrayList<Column>();
        for (var part = 0; part < timeline.size(); part++) {
            var figures = timeline.get(part).transfers();
            if (all(figures) > 0) {
                columns.add(
                        new Column(parts.name(part), parts.x(part), width, figures, pieces(figures, highest, HEIGHT)));
            }
        }
        return new TransferPicture(parts, columns, highest);
    }

    /** All that were asked for or reported. */
    static long all(TransferFigures figures) {
        return figures.sent() + refused(figures);
    }

    private static long refused(TransferFigures figures) {
        return figures.refused() == null ? 0 : figures.refused();
    }

    /**
     * The kinds one behind the other.
     *
     * @param most how many would be as long as {@code length}
     */
    static List<Piece> pieces(TransferFigures figures, long most, double length) {
        var pieces = new ArrayList<Piece>();
        var end = add(pieces, "permitted", figures.permitted(), most, length, 0);
        end = add(pieces, "reported", figures.reported() - figures.withFindings(), most, length, end);
        end = add(pieces, "findings", figures.withFindings(), most, length, end);
        add(pieces, "refused", refused(figures), most, length, end);
        return List.copyOf(pieces);
    }

    private static double add(List<Piece> pieces, String kind, long number, long most, double length, double from) {
        if (number == 0) {
            return from;
        }
        var size = Parts.round(Math.max(LEAST, length * number / most));
        pieces.add(new Piece(kind, Parts.round(from), size));
        return from + size;
    }
}
