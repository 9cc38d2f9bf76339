package org.consentledger.http.concurrency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One of the places for requests that are handled at the same time, taken by a request until its end or until it gives it back. */
public final class RequestPlace {

    private static final String ATTRIBUTE = RequestPlace.class.getName();

    private final Semaphore places;
    private final AtomicBoolean isGivenBack = new AtomicBoolean();

    private RequestPlace(Semaphore places) {
        this.places = places;
    }

    /** A place for the request; null if none is free. */
    static @Nullable RequestPlace take(Semaphore places, HttpServletRequest request) {
        if (!places.tryAcquire()) {
            return null;
        }
        var place = new RequestPlace(places);
        request.setAttribute(ATTRIBUTE, place);
        return place;
    }

    boolean isHeld() {
        return !isGivenBack.get();
    }

    /**
     * Gives back the place of a request. An answer that goes on for long, and whose number is bounded elsewhere, does so
     * before it begins. Harmless if it was given back already.
     */
    public static void giveBack(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestPlace place
                && place.isGivenBack.compareAndSet(false, true)) {
            place.places.release();
        }
    }
}
