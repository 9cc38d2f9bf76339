package org.consentledger.query.recipient;

import java.time.Instant;
import java.util.List;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.RecipientLink;
import org.consentledger.query.paging.Page;
import org.consentledger.query.transfer.TransferFilter;
import org.consentledger.query.transfer.TransferTallies.Tally;
import org.consentledger.query.transfer.TransferView;
import org.consentledger.recipient.Recipient;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a recipient's page.
 *
 * @param now when it was asked, UTC
 * @param isHome whether data may go there without a safeguard now
 * @param purposes of which there are any transfers, for the filter to offer
 * @param byPurpose those that the filter lets through
 * @param transfers the newest first
 * @param older cursor to the transfers before those; null if there are none
 * @param links to what else there is on the recipient
 */
record RecipientPage(
        Recipient recipient,
        Instant now,
        boolean isHome,
        List<SafeguardSpan> safeguards,
        TransferFilter filter,
        Days days,
        List<String> purposes,
        List<Tally> byPurpose,
        Chart chart,
        Page<TransferView> transfers,
        @Nullable String older,
        List<RecipientLink> links) {

    public List<Reason> reasons() {
        return RecipientPages.reasons();
    }

    public List<Verdict> verdicts() {
        return List.of(Verdict.values());
    }

    public long total() {
        return byPurpose.stream().mapToLong(Tally::total).sum();
    }

    /** The link to older transfers keeps what the list is filtered by: codes and a pseudonym, nothing personal. */
    public String olderLink() {
        var link = new StringBuilder("/recipients/")
                .append(recipient.recipient())
                .append("?cursor=")
                .append(older);
        if (filter.purpose() != null) {
            link.append("&purpose=").append(filter.purpose());
        }
        if (filter.verdict() != null) {
            link.append("&verdict=").append(filter.verdict());
        }
        if (filter.reason() != null) {
            link.append("&reason=").append(filter.reason());
        }
        if (filter.subject() != null) {
            link.append("&subjectId=").append(filter.subject());
        }
        return link.append(days.query()).append("#transfers").toString();
    }
}
