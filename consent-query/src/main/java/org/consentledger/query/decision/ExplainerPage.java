package org.consentledger.query.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form with what was filled in, and the answer.
 *
 * @param answer null as long as nothing was asked
 */
record ExplainerPage(
        Choices choices, Filled filled, @Nullable DryRunAnswer answer) {

    /**
     * What stands in the form.
     *
     * @param subject reference or pseudonym
     * @param asOf world time, UTC; null for now
     */
    record Filled(
            @Nullable String subject,
            @Nullable String recipient,
            @Nullable String purpose,
            List<String> categories,
            @Nullable Instant asOf) {

        Filled {
            categories = List.copyOf(categories);
        }

        public boolean has(String category) {
            return categories.contains(category);
        }
    }
}
