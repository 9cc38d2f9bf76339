package org.consentledger.query.timeline;

import java.util.List;

/**
 * One purpose, from left to right.
 *
 * @param y of its upper edge
 * @param left how many earlier changes are not drawn
 */
record Lane(String purpose, double y, List<Bar> bars, List<Mark> marks, int left) {

    private static final double NAME = 26;
    private static final double BARS = 54;
    private static final double ROW = 28;

    Lane {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    public double height() {
        return top() + ROW * rows();
    }

    /** Where marks begin: below the bars, or below the name where there is no bar. */
    private double top() {
        return bars.isEmpty() ? NAME : BARS;
    }

    private int rows() {
        return (int) marks.stream().map(Mark::isSound).distinct().count();
    }

    /** How far below the lane's upper edge the middle of a mark lies. */
    public double markY(Mark mark) {
        var isSecond = !mark.isSound() && marks.stream().anyMatch(Mark::isSound);
        return top() + 6 + (isSecond ? ROW : 0);
    }
}
