package org.consentledger.acceptance.monitoring;

import java.util.Locale;

/** Figures as people read them, by the units that dashboards use. */
final class Amount {

    private static final double KIBI = 1024;

    private Amount() {}

    static String of(double value, String unit) {
        return switch (unit) {
            case "s" -> seconds(value);
            case "bytes" -> value < KIBI * KIBI ? number(value / KIBI) + " KiB" : number(value / KIBI / KIBI) + " MiB";
            case "percentunit" -> number(value * 100) + " %";
            case "reqps", "cps" -> number(value) + " /s";
            default -> number(value);
        };
    }

    private static String seconds(double value) {
        if (value == 0) {
            return "0 s";
        }
        return value < 1 ? number(value * 1000) + " ms" : number(value) + " s";
    }

    private static String number(double value) {
        if (value == Math.rint(value) || value >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
