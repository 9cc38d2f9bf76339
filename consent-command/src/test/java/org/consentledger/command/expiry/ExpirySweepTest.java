package org.consentledger.command.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.command.desk.Answer;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.CommandRejectedException;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.desk.Submission;
import org.consentledger.consent.ExpireConsent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.subject.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real table, a clock that is set by hand, and a desk that does as it is told. */
@ExtendWith(OutputCaptureExtension.class)
class ExpirySweepTest {

    private static final Instant NOON = Instant.parse("2016-11-07T12:00:00Z");
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource(DatabaseRole.WRITER));
    private final ConsentsDue due = new ConsentsDue(jdbc);
    private final HandSetClock clock = new HandSetClock();
    private final Desk desk = new Desk();
    private final ExpirySweep sweep = new ExpirySweep(due, desk, clock);

    @BeforeEach
    void nothingIsDue() {
        LedgerSchema.migrate(DATABASE.dataSource());
        jdbc.sql("DELETE FROM ledger.consent_due").update();
        clock.now = NOON;
    }

    @Test
    void whatTheDeskAcceptsIsDealtWithForGood() {
        ends("a", NOON);

        sweep.sweep();
        sweep.sweep();

        assertThat(desk.asked).containsExactly("a");
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatIsNotDueByTheDesksClockStaysAndIsTriedAgain() {
        ends("a", NOON);
        desk.notDue.add("a");

        sweep.sweep();
        assertThat(rows()).containsExactly("a");

        desk.notDue.clear();
        clock.now = NOON.plusSeconds(60);
        sweep.sweep();

        assertThat(desk.asked).containsExactly("a", "a");
        assertThat(rows()).isEmpty();
    }

    @Test
    void failuresDoNotStarveTheOthers() {
        for (var i = 0; i < 250; i++) {
            ends("broken-" + i, NOON.minusSeconds(1_000));
            desk.broken.add("broken-" + i);
        }
        ends("sound", NOON);

        sweep.sweep();
        sweep.sweep();

        assertThat(desk.asked).contains("sound").doesNotHaveDuplicates();
        assertThat(rows()).hasSize(250).doesNotContain("sound");
    }

    @Test
    void oneThatFailsWaitsLongerEachTimeAndAtMostAnHour(CapturedOutput output) {
        ends("a", NOON);
        desk.broken.add("a");
        var waits = new ArrayList<Duration>();
        for (var i = 0; i < 16; i++) {
            sweep.sweep();
            var next = due.at(Instant.parse("2100-01-01T00:00:00Z"), 1);
            assertThat(next).hasSize(1);
            var turn = jdbc.sql("SELECT next_attempt_at FROM ledger.consent_due")
                    .query(java.time.OffsetDateTime.class)
                    .single()
                    .toInstant();
            waits.add(Duration.between(clock.now, turn));
            clock.now = turn;
        }

        assertThat(waits.subList(0, 3))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(waits.getLast()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.asked).hasSize(16);
        assertThat(linesOf(output)).hasSize(16);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void anOutageIsOneLineHoweverLongItLasts(CapturedOutput output) {
        ends("a", NOON);
        var owner = JdbcClient.create(DATABASE.dataSource());
        owner.sql("ALTER TABLE ledger.consent_due RENAME TO consent_gone").update();
        try {
            sweep.sweep();
            sweep.sweep();
            sweep.sweep();
        } finally {
            owner.sql("ALTER TABLE ledger.consent_gone RENAME TO consent_due").update();
        }
        sweep.sweep();

        assertThat(linesOf(output)).hasSize(1);
        assertThat(output.getAll()).doesNotContain("\tat ");
        assertThat(desk.asked).containsExactly("a");
    }

    private static List<String> linesOf(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("WARN") && line.contains("ExpirySweep"))
                .toList();
    }

    /** As the append notes it. */
    private void ends(String eventId, Instant until) {
        jdbc.sql("""
                INSERT INTO ledger.consent_due (consent_event_id, subject_id, purpose, valid_until)
                VALUES (?, 's-00000000000000000000000000000000', 'newsletter', ?)
                """).params(eventId, until.atOffset(ZoneOffset.UTC)).update();
    }

    private List<String> rows() {
        return jdbc.sql("SELECT consent_event_id FROM ledger.consent_due")
                .query(String.class)
                .list();
    }

    private static final class Desk implements CommandDesk {

        /** What the service sends itself names its subject. */
        private static final SubjectResolver NOBODY = new SubjectResolver() {
            @Override
            public SubjectId of(String reference) {
                throw new AssertionError("no reference is to be resolved");
            }

            @Override
            public SubjectId consenting(String reference, Instant collectedAt) {
                return of(reference);
            }
        };

        private final List<String> asked = new ArrayList<>();
        private final Set<String> notDue = new HashSet<>();
        private final Set<String> broken = new HashSet<>();

        @Override
        public Answer submit(Submission submission) {
            var id = ((ExpireConsent) submission.payload().apply(NOBODY)).consentEventId();
            asked.add(id);
            if (notDue.contains(id)) {
                throw new CommandRejectedException(
                        new Rejection(RejectionCode.WORLD_TIME_IN_FUTURE, "/expiredAt", "not yet"));
            }
            if (broken.contains(id)) {
                throw new IllegalStateException("broken");
            }
            return new Answer(new UUID(0, 1), List.of(), List.of(), false);
        }
    }

    private static final class HandSetClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
