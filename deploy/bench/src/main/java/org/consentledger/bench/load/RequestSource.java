package org.consentledger.bench.load;

/** Gives out requests one after the other; asked by the generator's one thread only. */
@FunctionalInterface
public interface RequestSource {
    Request next();
}
