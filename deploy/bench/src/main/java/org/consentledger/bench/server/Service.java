package org.consentledger.bench.server;

import java.io.IOException;
import java.time.Duration;

/** A running server. */
public final class Service implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 5;

    private final JavaProcess process;
    private final Ports ports;
    private final double startSeconds;

    private Service(JavaProcess process, Ports ports, double startSeconds) {
        this.process = process;
        this.ports = ports;
        this.startSeconds = startSeconds;
    }

    /**
     * Waits until a process is ready to serve.
     *
     * @param begin when it was started, of {@link System#nanoTime}
     */
    static Service awaited(JavaProcess process, Ports ports, long begin, String readiness)
            throws IOException, InterruptedException {
        var service = new Service(process, ports, Double.NaN);
        while (!service.isReady(readiness)) {
            if (System.nanoTime() - begin > READY_WITHIN.toNanos()) {
                throw new IllegalStateException("not ready within " + READY_WITHIN);
            }
            process.requireRunning();
            Thread.sleep(LOOK_EVERY_MS);
        }
        return new Service(process, ports, (System.nanoTime() - begin) / 1e9);
    }

    private boolean isReady(String readiness) throws InterruptedException {
        try {
            return Control.isOk(readiness.startsWith(":") ? managementUrl(readiness.substring(1)) : url(readiness));
        } catch (IOException e) {
            // nobody listens yet
            return false;
        }
    }

    public int port() {
        return Integer.parseInt(ports.main());
    }

    public String url(String path) {
        return "http://" + Ports.ADDRESS + ":" + ports.main() + path;
    }

    public String managementUrl(String path) {
        return "http://" + Ports.ADDRESS + ":" + ports.management() + path;
    }

    /** From the start of the process to its first readiness. */
    public double startSeconds() {
        return startSeconds;
    }

    /** Resident memory now, in MiB; not a number where the system does not tell. */
    public double residentMib() {
        return process.residentMib();
    }

    @Override
    public void close() {
        process.close();
    }
}
