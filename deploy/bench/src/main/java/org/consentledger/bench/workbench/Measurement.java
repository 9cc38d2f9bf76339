package org.consentledger.bench.workbench;

/** A part of the bench; leaves its figures on the workbench and nothing running. */
@FunctionalInterface
public interface Measurement {
    void run(Workbench bench) throws Exception;
}
