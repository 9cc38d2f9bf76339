package org.consentledger.query.projection;

/** The service stops, so a rebuild gives up. */
final class RebuildStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
