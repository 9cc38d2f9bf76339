package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that break out of wherever they are put without care. */
final class Texts {

    /** Stands in nearly every one of them, and nowhere else: where it turns up, a text has come through. */
    static final String MARK = "zq7fuzz";

    /** Nothing is wrong with these but what careless software makes of them. */
    static final List<String> ODD = List.of(
            MARK + "' OR '1'='1",
            MARK + "'; DROP TABLE ledger.event; --",
            MARK + "'); SELECT pg_sleep(9); --",
            MARK + "\" UNION SELECT wrapped_key FROM keyring.subject --",
            MARK + "\\'; COMMIT; --",
            "$$" + MARK + "$$",
            "${jndi:ldap://" + MARK + ".invalid/a}",
            "${" + MARK + "}",
            "#{T(java.lang.Runtime).getRuntime().exec('" + MARK + "')}",
            "{{7*7}}" + MARK,
            "<%= 7*7 %>" + MARK,
            "%{7*7}" + MARK,
            "{0} {} %s %n %x " + MARK,
            "<script>alert('" + MARK + "')</script>",
            "\"><img src=x onerror=" + MARK + ">",
            "</title><svg/onload=" + MARK + ">",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>" + MARK,
            "../../../../etc/passwd/" + MARK,
            "..\\..\\" + MARK,
            MARK + "%0d%0aSet-Cookie: a=b",
            MARK + "%00",
            MARK + "&subject=somebody-else",
            MARK + "#fragment",
            MARK + "?asOf=2016-01-01T00:00:00Z",
            MARK + ";v=1",
            MARK + "/transfers",
            MARK + "+plus and space",
            " " + MARK + " ",
            MARK + "\u202Egpj.exe",
            MARK + "\u2028\u2029",
            "\uFEFF" + MARK,
            MARK + "\u200B\u200D",
            "Z\u0334\u0321a\u0337\u0322l\u0335go " + MARK,
            "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDC67 " + MARK,
            "\u0645\u0631\u062D\u0628\u0627 " + MARK,
            "\u0130\u0131\u017F\u212A " + MARK,
            MARK + "\uFFFE\uFFFF",
            MARK + "\uDBFF\uDFFF",
            MARK + "\uE000",
            "\uFF1C" + MARK + "\uFF1E",
            MARK + "a".repeat(200 - MARK.length()),
            MARK + "\uD83D\uDE00".repeat(200 - MARK.length()),
            "=cmd|'/c calc'!A1 " + MARK,
            "null",
            "undefined",
            "NaN",
            "true",
            "-1",
            "0x41",
            "__proto__",
            "*",
            ".",
            "..",
            "-",
            "_",
            "%",
            "\\",
            "'",
            "\"",
            "A",
            "\u00E9");

    /** No field takes these: control characters, and halves of characters. */
    static final List<String> FORBIDDEN = List.of(
            MARK + "\u0000",
            "\u0000",
            MARK + "\r\n2026-01-01T00:00:00.000Z ERROR 1 --- [forged] " + MARK + " : forged",
            MARK + "\nforged",
            "\r" + MARK,
            MARK + "\t",
            MARK + "\u0007\b",
            MARK + "\u001B[2J\u001B[31m",
            MARK + "\u007F",
            MARK + "\u0085",
            MARK + "\u009B31m",
            "\uD800" + MARK,
            MARK + "\uDFFF",
            MARK + "\uDC00\uD800",
            "\uD83D");

    private Texts() {}

    /** Of a JSON text, either all in ASCII or as it is; half a character can only be written in ASCII. */
    static String quoted(String text, boolean ascii) {
        var json = new StringBuilder("\"");
        for (var index = 0; index < text.length(); index++) {
            var unit = text.charAt(index);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ' || isHalf(text, index) || (ascii && unit > '~')) {
                json.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) unit));
            } else {
                json.append(unit);
            }
        }
        return json.append('"').toString();
    }

    private static boolean isHalf(String text, int index) {
        var unit = text.charAt(index);
        if (Character.isHighSurrogate(unit)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(unit) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /** Some of them, each once. */
    static <T> List<T> some(List<T> all, int count, RandomGenerator random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    /** So many letters, of which the mark is the beginning. */
    static String ofLength(int length) {
        return (MARK + "a".repeat(Math.max(0, length - MARK.length()))).substring(0, length);
    }

    /** Numbers from 0 on as texts that differ, joined as the elements of an array. */
    static String distinct(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "\"a" + index + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
