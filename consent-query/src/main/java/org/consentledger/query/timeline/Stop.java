package org.consentledger.query.timeline;

import java.time.Instant;

/** A place of the ledger at which more became known of a subject. */
record Stop(long position, Instant recordedAt) {}
