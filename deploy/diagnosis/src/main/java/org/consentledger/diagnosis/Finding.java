package org.consentledger.diagnosis;

/**
 * What was seen, and what to do about it.
 *
 * @param about what was examined, in a word or two
 * @param told one sentence; nothing of a person and nothing secret is in it
 * @param advice what to do; empty if there is nothing to do
 */
record Finding(Level level, String about, String told, String advice) {

    static Finding ok(String about, String told) {
        return new Finding(Level.OK, about, told, "");
    }

    static Finding warning(String about, String told, String advice) {
        return new Finding(Level.WARNING, about, told, advice);
    }

    static Finding wrong(String about, String told, String advice) {
        return new Finding(Level.WRONG, about, told, advice);
    }
}
