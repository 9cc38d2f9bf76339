package org.consentledger.installation.systemd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.installation.source.Sources;

/** A unit file: by section, each directive with its values, in order. */
record Unit(Map<String, Map<String, List<String>>> sections) {

    private static final Pattern SECTION = Pattern.compile("\\[(\\w+)]");

    static Unit of(String name) {
        var sections = new LinkedHashMap<String, Map<String, List<String>>>();
        var section = Map.<String, List<String>>of();
        for (var line : Sources.text("deploy/systemd/" + name)
                .replace("\\\n", "")
                .lines()
                .toList()) {
            var heading = SECTION.matcher(line);
            if (heading.matches()) {
                section = new LinkedHashMap<>();
                sections.put(heading.group(1), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split("=", 2);
                section.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
            }
        }
        return new Unit(sections);
    }

    List<String> service(String directive) {
        return sections.get("Service").getOrDefault(directive, List.of());
    }

    /** What the unit itself puts into the service's environment. */
    Map<String, String> environment() {
        return service("Environment").stream()
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
