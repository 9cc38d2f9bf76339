package org.consentledger.bench.reads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.load.Request;
import org.consentledger.bench.load.RequestSource;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.PeakMemory;
import org.consentledger.bench.server.ProjectionControl;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Ledgers;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.BenchCatalogue;

/**
 * Queries per second on the large ledger, each about another subject, beside the same server answering without having
 * looked anything up. The three take turns in one process.
 */
public final class ReadsMeasurement implements Measurement {

    private static final int CONNECTIONS = 64;
    private static final int OK = 200;
    private static final long SEED = 64;

    @Override
    public void run(Workbench bench) throws Exception {
        var large = bench.ledgers().large();
        try (var query = bench.servers().queryAndNothing(large)) {
            bench.progress().say("consent-query catches up with " + large);
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            var questions = new LinkedHashMap<String, RequestSource>();
            questions.put("consents", questions(bench, subject -> "/v1/subjects/" + subject + "/consents"));
            questions.put("decisions", questions(bench, ReadsMeasurement::decision));
            questions.put("noop", questions(bench, subject -> "/bench/nothing?subject=" + subject));
            for (var question : questions.entrySet()) {
                bench.progress().say("warming up " + question.getKey());
                ClosedLoop.warmUp(
                        bench.wire(), query.port(), CONNECTIONS, bench.scale().warmUp(), question.getValue());
            }
            rounds(bench, query, questions);
        }
        bench.figures().putRatio("reads.consentRatioToNoop", "reads.consents", "reads.noop");
        bench.figures().putRatio("reads.decisionRatioToNoop", "reads.decisions", "reads.noop");
    }

    private static void rounds(Workbench bench, Service query, Map<String, RequestSource> questions)
            throws InterruptedException {
        var measured = new LinkedHashMap<String, List<Double>>();
        try (var memory = new PeakMemory(query)) {
            for (var round = 1; round <= bench.scale().rounds(); round++) {
                for (var question : questions.entrySet()) {
                    var perSecond = ClosedLoop.run(
                            bench.wire(),
                            query.port(),
                            CONNECTIONS,
                            bench.scale().round(),
                            question.getValue());
                    bench.progress()
                            .say("round %d of %d: %s %,.0f/s"
                                    .formatted(round, bench.scale().rounds(), question.getKey(), perSecond));
                    measured.computeIfAbsent(question.getKey(), name -> new ArrayList<>())
                            .add(perSecond);
                }
            }
            bench.figures().put("memoryMiB.query", memory.mib());
        }
        measured.forEach((name, rates) -> {
            bench.figures().put("reads." + name, Median.of(rates));
            bench.figures().put("rounds.reads." + name, rates);
        });
    }

    private static RequestSource questions(Workbench bench, Path path) {
        var random = new SplittableRandom(SEED);
        var subjects = bench.ledgers().subjectsInLarge();
        return () -> Request.get(path.about(Ledgers.SUBJECT + random.nextInt(subjects)), OK, false, answer -> {});
    }

    private static String decision(String subject) {
        return "/v1/decisions?subject=" + subject + "&recipient=" + BenchCatalogue.RECIPIENT + "&purpose="
                + BenchCatalogue.PURPOSE + "&category=" + BenchCatalogue.CATEGORY;
    }

    @FunctionalInterface
    private interface Path {
        String about(String subject);
    }
}
