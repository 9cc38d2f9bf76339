package org.consentledger.query.report.expiring;

import java.time.Instant;
import java.util.List;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.timeline.ConsentState;
import org.jspecify.annotations.Nullable;

/**
 * What ends within the next days, as far as it is known today. All moments are world time, UTC.
 *
 * @param asOf when it was made; what ends at that very moment has ended
 * @param until the end of the days asked about (inclusive)
 * @param position how far the ledger was read
 * @param checkpoint the newest one when it was made
 * @param safeguards by the moment at which they end
 * @param foundations what the legal register says that safeguards rest on, by the moment at which it ends
 * @param notices versions that ask again for consents given under earlier ones, by the moment at which they come into force
 * @param consentsByPurpose how many consents in force will end by themselves, by purpose code
 * @param consents those of this page, by the end of their validity
 */
public record Expiring(
        Instant asOf,
        Instant until,
        long position,
        CheckpointView checkpoint,
        List<ExpiringSafeguard> safeguards,
        List<ExpiringFoundation> foundations,
        List<NoticeAskingAgain> notices,
        List<ExpiringCount> consentsByPurpose,
        List<ExpiringConsent> consents) {

    /** A safeguard of a recipient in use, not withdrawn. */
    public record ExpiringSafeguard(
            Instant endsAt,
            String recipient,
            SafeguardKind kind,
            @Nullable String framework,
            String reference) {}

    /**
     * An adequacy decision or a framework.
     *
     * @param code the framework's code, or the country of the adequacy decision
     * @param recipients in use that rest on it, or that are in that country, by code
     */
    public record ExpiringFoundation(
            Instant endsAt, SafeguardKind kind, String code, String source, List<String> recipients) {}

    /** A notice version whose coming into force outdates consents given under earlier versions. */
    public record NoticeAskingAgain(Instant effectiveFrom, String notice, String version) {}

    /**
     * Consents to one purpose.
     *
     * @param consents in force today that will end within the days asked about
     */
    public record ExpiringCount(String purpose, long consents) {}

    /**
     * A consent in force.
     *
     * @param endsAt when it will end
     * @param as what it will be then: EXPIRED, or OUTDATED if a notice asks again before its validity ends
     * @param validUntil the end of its validity
     * @param subjectId the pseudonym
     * @param eventId the consent
     */
    public record ExpiringConsent(
            Instant endsAt, ConsentState as, Instant validUntil, String subjectId, String purpose, String eventId) {}
}
