package org.consentledger.bench.baseline.subject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.consentledger.consent.Evidence;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.RecordTransfer;
import org.jspecify.annotations.Nullable;

/** The bodies of commands, as upstream sends them to the ledger too. */
final class SubjectRequests {

    private static final int ID_BYTES = 16;

    private SubjectRequests() {}

    record Give(
            String subject,
            String notice,
            String noticeVersion,
            List<String> purposes,
            Evidence evidence,
            Giver giver,
            Instant collectedAt,
            @Nullable Instant validUntil) {

        GiveConsent command() {
            return new GiveConsent(
                    id(subject), subject, notice, noticeVersion, purposes, evidence, giver, collectedAt, validUntil);
        }
    }

    record Revoke(String subject, List<String> purposes, Channel channel, Giver giver, Instant revokedAt) {

        RevokeConsent command() {
            return new RevokeConsent(id(subject), subject, purposes, channel, giver, revokedAt);
        }
    }

    record Send(
            String subject,
            String recipient,
            String purpose,
            List<String> dataCategories,
            Intent intent,
            Instant occurredAt,
            @Nullable String reference) {

        RecordTransfer command() {
            return new RecordTransfer(
                    id(subject), subject, recipient, purpose, dataCategories, intent, occurredAt, reference);
        }
    }

    private static SubjectId id(String subject) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return new SubjectId("s-" + HexFormat.of().formatHex(hash, 0, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
