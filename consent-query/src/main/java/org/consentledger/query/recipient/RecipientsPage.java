package org.consentledger.query.recipient;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.query.transfer.TransferKind;
import org.consentledger.query.transfer.TransferTallies.Tally;
import org.consentledger.recipient.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * All recipients, and what went to which country.
 *
 * @param now when it was asked, UTC
 * @param countries the one with most transfers first
 */
record RecipientsPage(Instant now, List<Line> recipients, List<Country> countries) {

    /**
     * One recipient.
     *
     * @param isHome whether data may go there without a safeguard now
     * @param tally of its transfers; null if there are none
     */
    record Line(
            Recipient recipient,
            boolean isHome,
            List<SafeguardSpan> safeguards,
            @Nullable Tally tally) {

        public long transfers() {
            return tally == null ? 0 : tally.total();
        }
    }

    /**
     * One country.
     *
     * @param code ISO 3166-1 alpha-2; empty for recipients that are not registered
     * @param share of the largest number, in percent
     */
    record Country(String code, int recipients, Map<TransferKind, Long> numbers, long total, long share) {

        public long number(TransferKind kind) {
            return numbers.getOrDefault(kind, 0L);
        }
    }
}
