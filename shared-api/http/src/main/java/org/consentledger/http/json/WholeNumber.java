package org.consentledger.http.json;

import java.util.regex.Pattern;

/** Numbers in parameters and headers; Spring would take other bases, signs and spaces too, and nothing for no value. */
final class WholeNumber {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,19}");

    private WholeNumber() {}

    /** @throws NumberFormatException if it is none, or too large */
    static Long toLong(String text) {
        return Long.valueOf(digits(text));
    }

    /** @throws NumberFormatException if it is none, or too large */
    static Integer toInt(String text) {
        return Integer.valueOf(digits(text));
    }

    private static String digits(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new NumberFormatException("no whole number");
        }
        return text;
    }
}
