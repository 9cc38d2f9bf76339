package org.consentledger.http.concurrency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The places for requests that are handled at the same time, and who may take how many of them. */
final class Places {

    /** Descriptions and style sheets, which are all that is open to strangers, are small and quickly served. */
    private static final int STRANGERS_MAX = 32;

    private final Semaphore known;
    private final Semaphore strangers;
    private final int clientMax;
    private final ConcurrentHashMap<String, Integer> taken = new ConcurrentHashMap<>();

    Places(int count) {
        this.known = new Semaphore(count);
        this.strangers = new Semaphore(Math.min(count, STRANGERS_MAX));
        this.clientMax = Math.ceilDiv(count, 2);
    }

    /**
     * A place for the request; null if none is free for this client.
     *
     * @param client null for whoever need not say who they are
     */
    @Nullable RequestPlace take(HttpServletRequest request, @Nullable String client) {
        if (client == null) {
            return strangers.tryAcquire() ? RequestPlace.taken(request, strangers::release) : null;
        }
        if (taken.merge(client, 1, Integer::sum) > clientMax || !known.tryAcquire()) {
            leave(client);
            return null;
        }
        return RequestPlace.taken(request, () -> {
            known.release();
            leave(client);
        });
    }

    /** Whoever has none any more is forgotten. */
    private void leave(String client) {
        taken.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }
}
