package org.consentledger.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MeteredCommandDeskTest {

    private static final LegalRegister NO_LAW = new LegalRegister("digest", List.of(), List.of(), List.of());
    private static final Instant MONDAY = Instant.parse("2016-11-07T09:00:00Z");
    private static final RecordedEvent RETIRED = event("RecipientRetired", new RecipientRetired("r", MONDAY));
    private static final RecordedEvent REFUSED = event(
            "TransferRefused",
            new TransferRefused(
                    new SubjectId("s-" + "0".repeat(32)),
                    new Transfer("cust-1", "r", "business-notices", List.of("contact"), MONDAY, null),
                    List.of(Reason.CONSENT_MISSING),
                    new DecidedOn(-1, "")));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CommandMeters commands = new CommandMeters(meters);
    private final RecordedMeters recorded = new RecordedMeters(
            new TransferMeters(() -> Catalogue.EMPTY, NO_LAW, meters), () -> Catalogue.EMPTY, meters);
    private final LedgerPosition position = new LedgerPosition(() -> -1);

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyCommandIsCountedAndTimedByWhatBecameOfIt(String outcome, Supplier<Answer> answer) {
        var desk = desk(answer);
        var submission =
                new Submission("retire-recipient", "test-client", null, "", _ -> new RetireRecipient("r", MONDAY));

        var thrown = catchThrowable(() -> desk.submit(submission));

        assertThat(meters.get("ledger.commands").counters())
                .hasSize(7)
                .allSatisfy(counter -> assertThat(counter.count())
                        .isEqualTo(outcome.equals(counter.getId().getTag("outcome")) ? 1 : 0));
        assertThat(meters.get("ledger.command.duration").timers())
                .singleElement()
                .satisfies(timer -> {
                    assertThat(timer.count()).isEqualTo(1);
                    assertThat(timer.getId().getTag("outcome")).isEqualTo(outcome);
                });
        assertThat(position.highest()).isEqualTo(thrown == null ? 7 : -1);
    }

    @Test
    void whatIsExpectedIsCountedFromTheStart() {
        commands.expect("give-consent");

        assertThat(meters.get("ledger.commands").tag("command", "give-consent").counters())
                .hasSize(7)
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
        assertThat(meters.find("ledger.command.duration").timers()).isEmpty();
    }

    /** A repeat is answered as the first time, and nothing new is recorded. */
    @Test
    void onlyNewsCountsAsATransfer() {
        submit(() -> answer(true, false, true));
        submit(() -> answer(false, false, true));
        submit(() -> answer(true, true, true));

        assertThat(meters.get("ledger.transfers").tag("verdict", "REFUSED").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(1);
    }

    private void submit(Supplier<Answer> answer) {
        desk(answer)
                .submit(new Submission(
                        "record-transfer", "test-client", null, "", _ -> new RetireRecipient("r", MONDAY)));
    }

    private MeteredCommandDesk desk(Supplier<Answer> answer) {
        return new MeteredCommandDesk(_ -> answer.get(), position, commands, recorded);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome("recorded", () -> answer(true, false, false)),
                outcome("repeated", () -> answer(false, false, false)),
                outcome("refused", () -> answer(true, false, true)),
                outcome("refused", () -> answer(false, false, true)),
                outcome("replayed", () -> answer(true, true, false)),
                outcome("replayed", () -> answer(true, true, true)),
                outcome("rejected", () -> {
                    throw new CommandRejectedException(
                            new Rejection(RejectionCode.RECIPIENT_UNKNOWN, "/recipient", ""));
                }),
                outcome("rejected", () -> {
                    throw new IdempotencyKeyReusedException();
                }),
                outcome("busy", () -> {
                    throw new LedgerBusyException(new IllegalStateException());
                }),
                outcome("failed", () -> {
                    throw new IllegalStateException();
                }));
    }

    private static Arguments outcome(String outcome, Supplier<Answer> answer) {
        return Arguments.of(outcome, answer);
    }

    private static Answer answer(boolean isNews, boolean isReplayed, boolean isRefused) {
        var events = List.of(isRefused ? REFUSED : RETIRED);
        return new Answer(new UUID(0, 1), isNews ? List.of() : events, isNews ? events : List.of(), isReplayed);
    }

    private static RecordedEvent event(String type, LedgerEvent event) {
        return new RecordedEvent(7, "e", "stream", "Stream", type, 1, MONDAY, new UUID(0, 1), "{}", event, null);
    }
}
