package org.consentledger.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consentledger.LedgerCommand;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.CommandNode;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.desk.Submission;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.EraseSubject;
import org.consentledger.erasure.PlaceLegalHold;
import org.consentledger.erasure.ReleaseLegalHold;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.subject.Giver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is half done when a service stops is finished when one starts. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureSweepTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.dataSource());

    @Test
    void anErasureThatWaitedIsCarriedOutAfterARestart() {
        var hold = Duration.ofHours(1);
        try (var node = CommandNode.start(database, Map.of("command.erasure-interval", "1h"))) {
            submit(
                    node,
                    subjects -> new PlaceLegalHold(
                            subjects.of("anna"),
                            "case-1",
                            "suit",
                            Instant.now(),
                            Instant.now().plus(hold)));
            submit(node, subjects -> new EraseSubject(subjects.of("anna"), Instant.now()));
            submit(node, subjects -> new ReleaseLegalHold(subjects.of("anna"), "case-1", Instant.now()));
        }
        assertThat(types()).containsExactly("LegalHoldPlaced", "ErasureRequested", "LegalHoldReleased");

        try (var node = CommandNode.start(database)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(types()).endsWith("SubjectErased"));
            assertThat(node.isRunning()).isTrue();
        }
        assertThat(types()).hasSize(4);
        assertThat(keys()).isZero();
    }

    @Test
    void whatIsHeldIsLeftAloneAndCounted() {
        try (var node = CommandNode.start(database, Map.of("command.erasure-interval", "100ms"))) {
            submit(
                    node,
                    subjects -> new PlaceLegalHold(
                            subjects.of("anna"),
                            "case-1",
                            "suit",
                            Instant.now(),
                            Instant.now().plusSeconds(3_600)));
            submit(node, subjects -> new EraseSubject(subjects.of("anna"), Instant.now()));

            await().untilAsserted(() -> assertThat(node.getBean(MeterRegistry.class)
                            .get("ledger.erasures.pending")
                            .gauge()
                            .value())
                    .isEqualTo(1));
        }
        assertThat(types()).containsExactly("LegalHoldPlaced", "ErasureRequested");
    }

    @Test
    void keysThatCameBackFromABackupAreDestroyedAtTheNextStart(CapturedOutput output) {
        try (var node = CommandNode.start(database)) {
            submit(
                    node,
                    subjects -> new RevokeConsent(
                            subjects.of("anna"), "anna", List.of("*"), null, Giver.theSubject(), Instant.now()));
            owner.sql("CREATE TABLE backup AS SELECT * FROM keyring.subject").update();
            submit(node, subjects -> new EraseSubject(subjects.of("anna"), Instant.now()));
        }
        owner.sql("DELETE FROM keyring.subject").update();
        owner.sql("INSERT INTO keyring.subject SELECT * FROM backup").update();
        assertThat(keys()).isEqualTo(1);

        try (var node = CommandNode.start(database)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(keys()).isZero());
            assertThat(node.isRunning()).isTrue();
        }
        assertThat(owner.sql("SELECT count(*) FROM keyring.subject WHERE erased_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(output)
                .contains("the keys of 1 erased subjects were there again")
                .doesNotContain("anna");
    }

    private long keys() {
        return owner.sql("SELECT count(*) FROM keyring.subject WHERE wrapped_key IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private List<String> types() {
        return owner.sql("SELECT event_type FROM ledger.event ORDER BY position")
                .query(String.class)
                .list();
    }

    private static void submit(ConfigurableApplicationContext node, Function<SubjectResolver, LedgerCommand> command) {
        node.getBean(CommandDesk.class).submit(new Submission("test", "test-client", null, "", command));
    }
}
