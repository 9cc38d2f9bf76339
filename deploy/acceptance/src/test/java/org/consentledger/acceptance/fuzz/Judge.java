package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what came back with what must come back. */
record Judge(ProblemCheck problems) {

    private static final int ERROR = 400;
    private static final int INVALID = 422;
    private static final int FAILURE = 500;

    /** Everything that is wrong with the answers to one request. */
    List<String> complaints(Probe probe, List<Answer> answers) {
        if (answers.isEmpty()) {
            return mayGoUnanswered(probe) ? List.of() : List.of("no answer");
        }
        var complaints = new ArrayList<String>();
        if (answers.size() > 1) {
            complaints.add("one request and " + answers.size() + " answers");
        }
        var answer = answers.getFirst();
        if (answer.status() == Answer.HEADLESS) {
            var isProblem = !ProblemCheck.read(answer).path("code").isMissingNode();
            return isProblem ? List.of() : List.of("an answer without a head that is no problem");
        }
        complaints.addAll(inGeneral(probe, answer));
        complaints.addAll(inParticular(probe, answer));
        return complaints;
    }

    private static boolean mayGoUnanswered(Probe probe) {
        return probe.expectation() instanceof Expectation.Broken;
    }

    private List<String> inGeneral(Probe probe, Answer answer) {
        var complaints = new ArrayList<String>();
        if (answer.status() >= FAILURE) {
            complaints.add("a failure: " + answer.status());
        }
        if (answer.status() < ERROR && probe.operation().isCommand() && !isOptions(probe)) {
            complaints.add("a command got through: " + answer.status());
        }
        if (answer.header("X-Request-Id").isEmpty()) {
            complaints.add("an answer without a request's id");
        }
        if (answer.status() >= ERROR) {
            if (!probe.message().isHead()) {
                complaints.addAll(problems.complaints(answer));
            }
            repeatedInHeaders(answer).forEach(complaints::add);
        } else if (!answer.body().isEmpty() && !isDescribed(probe.operation(), answer.mediaType())) {
            complaints.add("an answer of type " + answer.mediaType());
        }
        return complaints;
    }

    private static boolean isDescribed(Operation operation, String mediaType) {
        return operation.mediaTypes().isEmpty()
                ? !mediaType.isEmpty()
                : operation.mediaTypes().contains(mediaType);
    }

    private static boolean isOptions(Probe probe) {
        return probe.message().requestLine().startsWith("OPTIONS ");
    }

    private static Stream<String> repeatedInHeaders(Answer answer) {
        return answer.headers().stream()
                .filter(line ->
                        line.getValue().contains(Texts.MARK) || line.getKey().equals("X-Injected"))
                .map(line -> "header " + line.getKey() + " repeats the value");
    }

    private static List<String> inParticular(Probe probe, Answer answer) {
        return switch (probe.expectation()) {
            case Expectation.Named(var member, var name) -> named(answer, member, name);
            case Expectation.TurnedAway(var codes) -> turnedAway(probe, answer, codes);
            case Expectation.Answered answered -> answered(answer, answered);
            case Expectation.Broken() -> List.of();
        };
    }

    private static List<String> answered(Answer answer, Expectation.Answered expected) {
        if (!expected.statuses().contains(answer.status())) {
            return List.of("status " + answer.status());
        }
        var odd = expected.odd();
        return odd != null && answer.status() == INVALID ? named(answer, odd.member(), odd.name()) : List.of();
    }

    private static List<String> turnedAway(Probe probe, Answer answer, Set<String> codes) {
        if (answer.status() < ERROR) {
            return List.of("accepted: " + answer.status());
        }
        var code = ProblemCheck.read(answer).path("code").asString("");
        return probe.message().isHead() || codes.contains(code) ? List.of() : List.of("turned away as " + code);
    }

    private static List<String> named(Answer answer, String member, String name) {
        if (answer.status() < ERROR) {
            return List.of("accepted: " + answer.status());
        }
        var complaints = new ArrayList<String>();
        var problem = ProblemCheck.read(answer);
        var code = problem.path("code").asString("");
        if (!Set.of("MALFORMED_REQUEST", "INVALID_FIELD").contains(code)) {
            complaints.add("turned away as " + code);
        }
        var faults = problem.path("errors").valueStream().toList();
        if (faults.isEmpty()
                || !faults.stream()
                        .allMatch(fault ->
                                fault.path(member).asString("\u0000none").equals(name))) {
            complaints.add("does not name " + member + " alone");
        }
        return complaints;
    }
}
