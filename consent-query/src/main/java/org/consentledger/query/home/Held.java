package org.consentledger.query.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger holds at a moment.
 *
 * @param events recorded so far
 * @param subjects ever spoken of, those erased included
 * @param notices versions published
 * @param recipients registered, those retired included
 * @param covered events that the newest checkpoint covers
 * @param signedAt when it was signed, by this node's clock, UTC; null as long as there is none
 */
record Held(
        long events,
        long subjects,
        int notices,
        int recipients,
        long covered,
        @Nullable Instant signedAt) {}
