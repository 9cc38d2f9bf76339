package org.consentledger.query.replay;

/** Somebody cancelled the replay, or the service stops: there is nothing more to do. */
final class ReplayEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
