package org.consentledger.diagnosis;

/** How bad it is. */
enum Level {
    OK("ok", "\u001b[32m"),
    WARNING("warning", "\u001b[33m"),
    WRONG("WRONG", "\u001b[31m");

    private final String word;
    private final String colour;

    Level(String word, String colour) {
        this.word = word;
        this.colour = colour;
    }

    String word() {
        return word;
    }

    /** The control sequence that begins its colour (ECMA-48, SGR). */
    String colour() {
        return colour;
    }
}
