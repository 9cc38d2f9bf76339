package org.consentledger.ledger.coalescing;

/** More is asked than can be answered in time; the same may be asked again later. */
public final class OverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverloadedException(String message) {
        super(message);
    }
}
