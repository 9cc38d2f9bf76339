package org.consentledger.log.export;

/**
 * Keeps a spreadsheet from running a cell of a table as a formula (OWASP: CSV injection): an apostrophe goes before it. It also goes
 * before a cell that begins with one, so that whoever takes one apostrophe away has what was there.
 */
public final class FormulaGuard {

    /** What may begin a formula, wide forms included, and the apostrophe. */
    private static final String GUARDED = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    private static final char GUARD = '\'';

    private FormulaGuard() {}

    /** The cell, not yet quoted, as a table may have it. */
    public static String guarded(String cell) {
        return cell.isEmpty() || GUARDED.indexOf(cell.charAt(0)) < 0 ? cell : GUARD + cell;
    }

    /** What was guarded. */
    public static String unguarded(String cell) {
        return cell.isEmpty() || cell.charAt(0) != GUARD ? cell : cell.substring(1);
    }
}
