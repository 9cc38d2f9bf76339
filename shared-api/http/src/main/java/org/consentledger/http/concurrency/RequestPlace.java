package org.consentledger.http.concurrency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** One of the places for requests that are handled at the same time, taken by a request until its end or until it gives it back. */
public final class RequestPlace {

    private static final String ATTRIBUTE = RequestPlace.class.getName();

    private final Runnable release;
    private final AtomicBoolean isGivenBack = new AtomicBoolean();

    private RequestPlace(Runnable release) {
        this.release = release;
    }

    /** @param release makes it free for others; called once */
    static RequestPlace taken(HttpServletRequest request, Runnable release) {
        var place = new RequestPlace(release);
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
            place.release.run();
        }
    }
}
