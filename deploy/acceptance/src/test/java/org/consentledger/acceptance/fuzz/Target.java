package org.consentledger.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request asks for: a path's parameters and a query.
 *
 * @param template with names of parameters in braces
 * @param path each parameter's text as it is written in the path
 * @param query names and texts as they are written, in their order
 */
record Target(String template, Map<String, String> path, List<String> query) {

    /** In order, with required parameters only. */
    static Target of(Exemplar exemplar) {
        var values = exemplar.parameters();
        var path = new LinkedHashMap<String, String>();
        exemplar.operation()
                .in(Parameter.Place.PATH)
                .forEach(parameter -> path.put(
                        parameter.name(),
                        Stream.of(values.get(parameter.name()).split("/", -1))
                                .map(Target::encoded)
                                .collect(Collectors.joining("/"))));
        var query = exemplar.operation()
                .in(Parameter.Place.QUERY)
                .filter(Parameter::isRequired)
                .map(parameter -> parameter.name() + "=" + encoded(values.get(parameter.name())))
                .toList();
        return new Target(exemplar.operation().path(), path, query);
    }

    /** With another value of one parameter. */
    Target with(Parameter parameter, String written) {
        if (parameter.place() == Parameter.Place.PATH) {
            var others = new LinkedHashMap<>(path);
            others.put(parameter.name(), written);
            return new Target(template, others, query);
        }
        return without(parameter).and(parameter.name() + "=" + written);
    }

    Target without(Parameter parameter) {
        var others = query.stream()
                .filter(written -> !written.startsWith(parameter.name() + "="))
                .toList();
        return new Target(template, path, others);
    }

    /** With more behind the question mark. */
    Target and(String written) {
        var more = new ArrayList<>(query);
        more.add(written);
        return new Target(template, path, more);
    }

    String pathText() {
        var text = template;
        for (var value : path.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    String text() {
        return query.isEmpty() ? pathText() : pathText() + "?" + String.join("&", query);
    }

    /** Percent-encoded, all but unreserved characters (RFC 3986, section 2.3). */
    static String encoded(String text) {
        var written = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var character = (char) (octet & 0xFF);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0)) {
                written.append(character);
            } else {
                written.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
            }
        }
        return written.toString();
    }
}
