package org.consentledger.query.verification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page begins with.
 *
 * @param key the verification key that the ledger states as its own, {@code name+id+base64}
 * @param eventId the event to be checked; null if none was named yet
 */
record VerificationPage(String key, @Nullable String eventId) {

    /** What the page's module checks, in the order in which it may come. */
    private static final List<String> STEPS =
            List.of("signature", "first", "growth", "leaves", "receipt.fetched", "leaf", "inclusion", "receipt.signed");

    private static final List<String> OTHER_TEXTS = List.of(
            "key.none",
            "key.trusted",
            "key.other",
            "key.wrong",
            "running",
            "unanswered",
            "outcome.passed",
            "outcome.failed",
            "outcome.unanswered",
            "outcome.nokey");

    /** Keys of what the module says, in the reader's language, without the page's prefix. */
    public List<String> texts() {
        return Stream.concat(
                        OTHER_TEXTS.stream(),
                        STEPS.stream()
                                .flatMap(step ->
                                        Stream.of("", ".passed", ".failed").map(outcome -> "step." + step + outcome)))
                .toList();
    }
}
