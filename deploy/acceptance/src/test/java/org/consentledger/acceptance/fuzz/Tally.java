package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was sent and what came back, counted. Safe for several threads. */
final class Tally {

    private static final int FINDINGS_MAX = 50;

    private final Map<String, Map<String, Integer>> answersByKind = new TreeMap<>();
    private final Set<String> operations = new TreeSet<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Integer> findingCounts = new LinkedHashMap<>();
    private long requests;

    synchronized void add(Probe probe, List<Answer> answers) {
        requests++;
        operations.add(probe.operation().id());
        var status =
                answers.isEmpty() ? "none" : String.valueOf(answers.getFirst().status());
        answersByKind.computeIfAbsent(probe.kind(), _ -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    /** Of each kind of finding the first is kept. */
    synchronized void add(Finding finding) {
        findingCounts.merge(finding.matter(), 1, Integer::sum);
        if (findings.size() < FINDINGS_MAX) {
            findings.putIfAbsent(finding.matter(), finding);
        }
    }

    synchronized long requests() {
        return requests;
    }

    synchronized Set<String> operations() {
        return Set.copyOf(operations);
    }

    /** Each with how often it was met. */
    synchronized List<String> findings() {
        var all = new ArrayList<String>();
        findings.forEach((matter, finding) -> all.add(findingCounts.get(matter) + " times: " + finding));
        return all;
    }

    synchronized int findingsCount() {
        return findingCounts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line for each kind. */
    synchronized String summary() {
        return answersByKind.entrySet().stream()
                .map(kind -> "%-14s %7d  %s"
                        .formatted(
                                kind.getKey(),
                                kind.getValue().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                kind.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
