package org.consentledger.command.expiry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.consent.ExpireConsent;
import org.consentledger.subject.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consents whose validity will end by itself. Rows come with the consent's commit and go once their expiry is dealt with. */
class ConsentsDue {

    private final JdbcClient jdbc;

    ConsentsDue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose turn it is at a time, the ones that waited longest first. */
    List<ExpireConsent> at(Instant now, int limit) {
        return jdbc.sql("""
                SELECT subject_id, purpose, consent_event_id, valid_until FROM ledger.consent_due
                 WHERE coalesce(next_attempt_at, valid_until) <= ?
                 ORDER BY coalesce(next_attempt_at, valid_until) LIMIT ?
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(limit)
                .query((row, number) -> new ExpireConsent(
                        new SubjectId(row.getString("subject_id")),
                        row.getString("purpose"),
                        row.getString("consent_event_id"),
                        row.getObject("valid_until", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Its expiry is recorded, or will never come. */
    void done(ExpireConsent expired) {
        jdbc.sql("DELETE FROM ledger.consent_due WHERE consent_event_id = ?")
                .param(expired.consentEventId())
                .update();
    }

    /** Lets it wait for 2 seconds after its first failure, twice as long after each further one, at most an hour. */
    void postpone(ExpireConsent failed, Instant now) {
        jdbc.sql("""
                UPDATE ledger.consent_due
                   SET failures = failures + 1,
                       next_attempt_at = ? + least(interval '1 hour', interval '2 seconds' * 2 ^ least(failures, 12))
                 WHERE consent_event_id = ?
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(failed.consentEventId())
                .update();
    }
}
