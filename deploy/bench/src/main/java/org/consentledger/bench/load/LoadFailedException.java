package org.consentledger.bench.load;

/** Something was answered that must not be answered, or nothing at all: the figures would be worth nothing. */
public final class LoadFailedException extends RuntimeException {
    public LoadFailedException(String message) {
        super(message);
    }
}
