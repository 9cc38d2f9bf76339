package org.consentledger.http.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * So many requests in a time for each of those who are counted, filled up evenly. It remembers a bounded number of them:
 * when strangers without end come by, those seen least are forgotten, and begin anew. Counts on this node alone. No lock is
 * shared by all. Told as draft-ietf-httpapi-ratelimit-headers-11 says.
 */
final class Quota {

    /** About 300 bytes each. */
    static final int COUNTED_MAX = 20_000;

    private final String name;
    private final Bandwidth bandwidth;
    private final Cache<String, Bucket> buckets;
    private final String policy;
    private final String state;

    /**
     * A quota.
     *
     * @param name what callers know it by
     * @param window whole seconds
     */
    Quota(String name, long requests, Duration window) {
        this.name = name;
        this.bandwidth = Bandwidth.builder()
                .capacity(requests)
                .refillGreedy(requests, window)
                .build();
        // after the window a bucket is full, as is a new one
        this.buckets = Caffeine.newBuilder()
                .maximumSize(COUNTED_MAX)
                .expireAfterAccess(window.plusSeconds(1))
                .build();
        this.policy = "\"" + name + "\";q=" + requests + ";w=" + window.toSeconds();
        this.state = "\"" + name + "\";r=";
    }

    String name() {
        return name;
    }

    /** Counts one request, if there still is room for it. */
    ConsumptionProbe take(String counted) {
        return buckets.get(counted, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
    }

    /** How many are remembered. */
    long counted() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket newBucket() {
        return Bucket.builder().withNanosecondPrecision().addLimit(bandwidth).build();
    }

    /** Says how many are allowed, how many are left, and in how many seconds it will be all of them again. */
    void tell(HttpServletResponse response, long remaining, long resetSeconds) {
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", state + remaining + ";t=" + resetSeconds);
    }
}
