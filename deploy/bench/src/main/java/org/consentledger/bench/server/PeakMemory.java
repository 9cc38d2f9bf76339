package org.consentledger.bench.server;

/** Watches a service's resident memory while it is open. */
public final class PeakMemory implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 500;

    private final Thread watch;
    private volatile double peakMib;

    public PeakMemory(Service service) {
        peakMib = service.residentMib();
        watch = Thread.ofVirtual().start(() -> {
            while (!Thread.interrupted()) {
                peakMib = Math.max(peakMib, service.residentMib());
                try {
                    Thread.sleep(LOOK_EVERY_MS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** The most so far, in MiB; not a number where the system does not tell. */
    public double mib() {
        return peakMib;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
