package org.consentledger.query.timeline;

import java.time.Instant;
import java.util.Locale;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.query.consent.PlacedFact;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the subject said once, and how that can be shown (GDPR Art. 7(1)).
 *
 * @param kind GIVEN, REFUSED, REVOKED, OBJECTED or WITHDRAWN
 * @param until world time at which a consent ends by itself, UTC; null for no end
 * @param notice and version under which it was asked; null where none was
 * @param form of a consent; null of anything else
 * @param personal who collected it, and what else is gone after an erasure
 */
record EvidenceRow(
        PlacedFact placed,
        String kind,
        @Nullable Instant until,
        @Nullable String notice,
        @Nullable Channel channel,
        @Nullable String form,
        Giver.Kind giver,
        PersonalData personal,
        @Nullable String clientId) {

    /** @param recorded the fact's event, with what is personal as far as it can be read */
    static EvidenceRow of(PlacedFact placed, RecordedEvent recorded) {
        var client = recorded.clientId();
        var personal = ((SubjectEvent) recorded.event()).personalData();
        return switch (recorded.event()) {
            case ConsentGiven e ->
                asked(
                        placed,
                        "GIVEN",
                        e.validUntil(),
                        e.notice(),
                        e.noticeVersion(),
                        e.evidence(),
                        e.giver(),
                        personal,
                        client);
            case ConsentRefused e ->
                asked(
                        placed,
                        "REFUSED",
                        null,
                        e.notice(),
                        e.noticeVersion(),
                        e.evidence(),
                        e.giver(),
                        personal,
                        client);
            case ConsentRevoked e -> said(placed, "REVOKED", e.channel(), e.giver(), personal, client);
            case ProcessingObjected e -> said(placed, "OBJECTED", e.channel(), e.giver(), personal, client);
            case ObjectionWithdrawn e -> said(placed, "WITHDRAWN", e.channel(), e.giver(), personal, client);
            default -> throw new IllegalArgumentException("no word of a subject: " + recorded.type());
        };
    }

    private static EvidenceRow asked(
            PlacedFact placed,
            String kind,
            @Nullable Instant until,
            String notice,
            String version,
            Evidence evidence,
            Giver giver,
            PersonalData personal,
            @Nullable String client) {
        return new EvidenceRow(
                placed,
                kind,
                until,
                notice + " " + version,
                evidence.channel(),
                evidence.form().name(),
                giver.kind(),
                personal,
                client);
    }

    private static EvidenceRow said(
            PlacedFact placed,
            String kind,
            @Nullable Channel channel,
            Giver giver,
            PersonalData personal,
            @Nullable String client) {
        return new EvidenceRow(placed, kind, null, null, channel, null, giver.kind(), personal, client);
    }

    /** The class of its shape in the stylesheet. */
    public String style() {
        return kind.equals("WITHDRAWN") ? "none" : kind.toLowerCase(Locale.ROOT);
    }

    public boolean isLate() {
        return Drawing.isLate(placed);
    }

    /** By how many days the ledger learnt of it later. */
    public long daysLate() {
        return placed.delay().toDays();
    }
}
