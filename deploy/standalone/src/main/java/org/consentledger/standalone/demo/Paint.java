package org.consentledger.standalone.demo;

import java.util.Map;

/**
 * Colour for terminals that want it (https://no-color.org).
 *
 * @param isOn false leaves every text as it is
 */
record Paint(boolean isOn) {

    static Paint of(Map<String, String> environment, boolean isTerminal) {
        var isUnwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Paint(isTerminal && !isUnwanted);
    }

    String good(String text) {
        return with("1;32", text);
    }

    String bad(String text) {
        return with("1;31", text);
    }

    String aside(String text) {
        return with("2", text);
    }

    String title(String text) {
        return with("1", text);
    }

    private String with(String code, String text) {
        return isOn ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
