package org.consentledger.http.rate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** The quota that a request counts against. One that asks for many things counts as many, and is slowed down, not turned away. */
public final class RequestQuota {

    private static final String ATTRIBUTE = RequestQuota.class.getName();

    private final Quota quota;
    private final String counted;

    private RequestQuota(Quota quota, String counted) {
        this.quota = quota;
        this.counted = counted;
    }

    static void remember(HttpServletRequest request, Quota quota, String counted) {
        request.setAttribute(ATTRIBUTE, new RequestQuota(quota, counted));
    }

    /** That of a request. */
    public static RequestQuota of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestQuota known) {
            return known;
        }
        throw new IllegalStateException("the request was counted by nobody");
    }

    /** Counts one more thing, as soon as there is room for it. */
    public void awaitRoom() throws InterruptedException {
        for (var taken = quota.take(counted); !taken.isConsumed(); taken = quota.take(counted)) {
            Thread.sleep(Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }
}
