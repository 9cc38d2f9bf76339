package org.consentledger.query.parameter;

import java.util.regex.Pattern;

/** Numbers as callers write them: digits, and nothing that Java would take for digits as well. */
final class WholeNumber {

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    private WholeNumber() {}

    /** @throws IllegalArgumentException if it is none; the message says what would be right */
    static long parse(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Long.parseLong(text);
    }

    static int parseInt(String text) {
        return Math.clamp(parse(text), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
