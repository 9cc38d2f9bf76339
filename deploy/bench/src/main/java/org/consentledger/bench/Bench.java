package org.consentledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.bench.load.LoadFailedException;
import org.consentledger.bench.load.Wire;
import org.consentledger.bench.report.BenchFile;
import org.consentledger.bench.report.Figures;
import org.consentledger.bench.report.Machine;
import org.consentledger.bench.report.Table;
import org.consentledger.bench.server.Laboratory;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.workbench.Ledgers;
import org.consentledger.bench.workbench.Progress;
import org.consentledger.bench.workbench.Scale;
import org.consentledger.bench.workbench.Workbench;

/**
 * Measures what BENCH names, at the scale of BENCH_SCALE. Runs in the project's folder, after everything was built; ends
 * with status 1 if anything went wrong, and not because a target was missed.
 */
public final class Bench {

    private static final Path TARGET = Path.of("deploy", "bench", "target");

    private static volatile boolean interrupted;

    private Bench() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        try {
            var environment = System.getenv();
            run(
                    Part.named(environment.getOrDefault("BENCH", "")),
                    Scale.named(environment.getOrDefault("BENCH_SCALE", "")));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            if (!interrupted) {
                System.err.println(
                        "bench failed: " + e.getMessage() + " (what the services said is in " + TARGET + "/*.log)");
                e.printStackTrace();
            }
            System.exit(1);
        }
        // the HTTP client's threads are nothing to wait for
        System.exit(0);
    }

    /** @throws LoadFailedException after everything is written, if there were failures */
    private static void run(Set<Part> parts, Scale scale) throws Exception {
        var progress = new Progress(System.out, parts.size());
        var figures = new Figures();
        Machine.describe(figures);
        figures.put("scale", scale.name());
        figures.put("parts", parts.stream().map(Part::toString).collect(Collectors.joining(",")));
        List<String> failures;
        try (var laboratory = Laboratory.open(TARGET, progress::say);
                var wire = new Wire()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(laboratory)));
            figures.put("machine.postgres", laboratory.databases().version());
            var servers = new Servers(laboratory);
            progress.say("preparing the ledger");
            servers.prepare();
            var bench = new Workbench(servers, new Ledgers(servers, scale, progress), wire, scale, progress, figures);
            for (var part : parts) {
                progress.part(part.toString());
                measure(part, bench);
            }
            failures = wire.failures().firstOfEachPart();
        }
        figures.put("durationSeconds", progress.seconds());
        if (!failures.isEmpty()) {
            figures.put("failures", String.join("; ", failures));
        }
        var file = TARGET.resolve("bench.json");
        BenchFile.write(file, figures);
        System.out.println("\n" + Table.of(figures) + "\n" + file);
        if (!failures.isEmpty()) {
            throw new LoadFailedException("requests failed, the first of each part: " + String.join("; ", failures));
        }
    }

    /** A part that cannot go on leaves its figures out; the others are worth having. */
    private static void measure(Part part, Workbench bench) throws Exception {
        bench.wire().failures().beginPart(part.toString());
        try {
            part.measurement().run(bench);
        } catch (LoadFailedException e) {
            bench.progress().say("given up: " + e.getMessage());
            bench.wire().failures().note(String.valueOf(e.getMessage()));
        }
    }

    /** On Ctrl-C. Does nothing if the bench has come to its end. */
    private static void close(Laboratory laboratory) {
        interrupted = true;
        try {
            laboratory.close();
        } catch (IOException e) {
            System.err.println("not cleaned up: " + e);
        }
    }
}
