package org.consentledger.acceptance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Sends requests over a few connections at the same time and judges what comes back. */
record Barrage(Map<Service, Address> addresses, Judge judge, Tally tally) {

    private static final int CONNECTIONS = 6;

    void send(List<Probe> probes) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(probes);
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var workers = threads.invokeAll(Collections.nCopies(CONNECTIONS, () -> {
                work(waiting);
                return true;
            }));
            for (var worker : workers) {
                worker.get();
            }
        }
    }

    private void work(Queue<Probe> waiting) {
        try (var command = new Caller(addresses.get(Service.COMMAND));
                var query = new Caller(addresses.get(Service.QUERY))) {
            for (var probe = waiting.poll(); probe != null; probe = waiting.poll()) {
                var caller = switch (probe.operation().service()) {
                    case COMMAND -> command;
                    case QUERY -> query;
                };
                judge(probe, caller);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(Probe probe, Caller caller) throws IOException {
        List<Answer> answers = List.of();
        List<String> complaints;
        try {
            answers = probe.alone() ? caller.askAlone(probe.message()) : List.of(caller.ask(probe.message()));
            complaints = judge.complaints(probe, answers);
        } catch (IOException e) {
            caller.close();
            complaints = List.of("no answer that can be read: " + e);
        }
        tally.add(probe, answers);
        if (!complaints.isEmpty()) {
            var address = addresses.get(probe.operation().service());
            tally.add(Finding.of(probe, address, complaints, answers));
        }
    }
}
