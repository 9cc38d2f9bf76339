package org.consentledger.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.LedgerCommand;
import org.consentledger.RejectionCode;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.Evidence;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.EraseSubject;
import org.consentledger.ledger.AtOnce;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.Planted;
import org.consentledger.ledger.keyring.SubjectDirectory;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.PublishNotice;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecordSafeguard;
import org.consentledger.recipient.RegisterRecipient;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.WithdrawSafeguard;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.RecordTransfer;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes on one PostgreSQL, as they run in production, without HTTP in between. */
class CommandDeskTest {

    private static final Instant MONDAY = Instant.parse("2016-11-07T09:00:00Z");
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void startTwoNodes() {
        first = CommandNode.start(DATABASE);
        second = CommandNode.start(DATABASE);
        submit(first, notice("shop", "newsletter"));
        submit(first, new RegisterRecipient("mailer", "Mailer", RecipientClass.SUB_SUPPLIER, "IT"));
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
    }

    @Test
    void whatIsRecordedCanBeReadAtOnceAndSaysWhatWasAsked() {
        var answer = submit(first, consent("anna", MONDAY));

        assertThat(answer.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("ConsentGiven");
            assertThat(event.position()).isEqualTo(answer.position());
            assertThat(event.event())
                    .isInstanceOfSatisfying(
                            ConsentGiven.class,
                            given -> assertThat(given.purpose()).isEqualTo("newsletter"));
        });
    }

    @Test
    void aRepeatOfAKnownFactRecordsNothingAndPointsToTheFact() {
        var before = submit(first, consent("bruno", MONDAY));
        var again = submit(second, consent("bruno", MONDAY));

        assertThat(again.repeated()).isTrue();
        assertThat(again.position()).isEqualTo(before.position());
        assertThat(again.saying())
                .extracting(RecordedEvent::id)
                .containsExactly(before.events().getFirst().id());
    }

    /** Half of it was known before; the answer to the key is the same ever after. */
    @Test
    void aReplayTellsWhatWasKnownWhenItsKeyWasNew() {
        var half = submit(first, revocation("quentin", MONDAY, "newsletter"));
        var both = new Submission(
                "revoke-consent",
                "test-client",
                "quentin's key",
                "same",
                revocation("quentin", MONDAY, "newsletter", "calls"));

        var answer = desk(first).submit(both);
        var again = desk(second).submit(both);

        assertThat(answer.known())
                .extracting(RecordedEvent::id)
                .containsExactly(half.events().getFirst().id());
        assertThat(answer.events()).hasSize(1);
        assertThat(again.replayed()).isTrue();
        assertThat(again.saying())
                .extracting(RecordedEvent::id)
                .isEqualTo(answer.saying().stream().map(RecordedEvent::id).toList());
    }

    @Test
    void theSameConsentGivenAtTheSameMomentOnTwoNodesLeavesOneEvent() throws Exception {
        for (var round = 0; round < 20; round++) {
            var command = consent("twin-" + round, MONDAY);

            var answers = AtOnce.call(10, i -> submit(i % 2 == 0 ? first : second, command));

            assertThat(eventsOf("twin-" + round)).hasSize(1);
            assertThat(answers.stream().filter(a -> !a.repeated())).hasSize(1);
            assertThat(answers)
                    .extracting(Answer::position)
                    .containsOnly(answers.getFirst().position());
        }
    }

    @Test
    void anIdempotencyKeyRecordsOnceHoweverOftenAndWhereItIsSent() throws Exception {
        var key = UUID.randomUUID().toString();

        var answers = AtOnce.call(
                50,
                i -> desk(i % 2 == 0 ? first : second)
                        .submit(new Submission(
                                "give-consent", "test-client", key, "same", consent("clara", MONDAY.plusSeconds(i)))));

        assertThat(eventsOf("clara")).hasSize(1);
        assertThat(answers)
                .extracting(Answer::position)
                .containsOnly(answers.getFirst().position());
        assertThat(answers)
                .extracting(a -> a.events().getFirst().id())
                .containsOnly(answers.getFirst().events().getFirst().id());
    }

    @Test
    void theSameRequestUnderTheSameKeyGetsTheSameAnswerWhileTheFirstIsStillUnderWay() throws Exception {
        for (var round = 0; round < 10; round++) {
            var key = UUID.randomUUID().toString();
            var command = consent("carlo-" + round, MONDAY);

            var answers = AtOnce.call(
                    20,
                    i -> desk(i % 2 == 0 ? first : second)
                            .submit(new Submission("give-consent", "test-client", key, "same", command)));

            assertThat(eventsOf("carlo-" + round)).hasSize(1);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.events()).hasSize(1));
            assertThat(answers.stream().filter(answer -> !answer.replayed())).hasSize(1);
        }
    }

    @Test
    void aPermissionThatWasSupersededIsNotGivenAgainUnrecorded() {
        var question = transfer("ida", MONDAY.plusSeconds(10));
        submit(first, consent("ida", MONDAY));
        var permitted = submit(first, question);
        submit(first, revocation("ida", MONDAY.plusSeconds(5)));
        var refused = submit(second, question);
        submit(first, consent("ida", MONDAY.plusSeconds(7)));

        var again = submit(second, question);
        var repeated = submit(first, question);

        assertThat(permitted.refused()).isFalse();
        assertThat(refused.refused()).isTrue();
        assertThat(again.refused()).isFalse();
        assertThat(again.repeated()).isFalse();
        assertThat(again.position()).isGreaterThan(refused.position());
        assertThat(repeated.repeated()).isTrue();
        assertThat(repeated.position()).isEqualTo(again.position());
    }

    /** The first node still holds the state in which the answer was yes, and would only repeat itself. */
    @Test
    void whatAnotherNodeRecordedCountsAlsoWhereNothingNewWouldBeRecorded() {
        var question = transfer("jana", MONDAY.plusSeconds(10));
        submit(first, consent("jana", MONDAY));
        submit(first, question);
        submit(second, revocation("jana", MONDAY.plusSeconds(5)));

        var again = submit(first, question);

        assertThat(again.refused()).isTrue();
        assertThat(again.repeated()).isFalse();
        assertThat(again.decision().reasons()).containsExactly(Reason.CONSENT_REVOKED);
    }

    /** The second node has not looked at the catalogue since, and has it at hand without the notice. */
    @Test
    void aNoticePublishedOnOneNodeCanBeConsentedToOnTheOtherAtOnce() {
        submit(second, consent("karl", MONDAY));
        submit(first, notice("club", "invitations"));

        var answer = submit(second, consent("karl", "club", "invitations", MONDAY, null));

        assertThat(answer.repeated()).isFalse();
    }

    /** The same question again would record nothing, so no append would find out that the safeguard is gone. */
    @Test
    void aPermissionIsNotRepeatedOnceItsSafeguardIsWithdrawnOnAnotherNode() {
        submit(first, new RegisterRecipient("overseas", "Overseas", RecipientClass.SUB_SUPPLIER, "US"));
        var clauses = new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "SCC-2", MONDAY.minusSeconds(60), null, null);
        submit(first, new RecordSafeguard("overseas", clauses));
        submit(first, consent("otto", MONDAY));
        var permitted = submit(first, transfer("otto", "overseas", MONDAY.plusSeconds(10)));
        submit(second, new WithdrawSafeguard("overseas", clauses.kind(), clauses.reference(), MONDAY));

        var again = submit(first, transfer("otto", "overseas", MONDAY.plusSeconds(10)));

        assertThat(permitted.refused()).isFalse();
        assertThat(again.refused()).isTrue();
    }

    @Test
    void anIdempotencyKeyBelongsToOneRequest() {
        desk(first).submit(new Submission("give-consent", "test-client", "key-1", "one", consent("dora", MONDAY)));

        assertThatThrownBy(() -> desk(second)
                        .submit(new Submission(
                                "give-consent",
                                "test-client",
                                "key-1",
                                "other",
                                consent("dora", MONDAY.plusSeconds(1)))))
                .isInstanceOf(IdempotencyKeyReusedException.class);
        assertThat(eventsOf("dora")).hasSize(1);
    }

    @Test
    void aSubjectWithManyFactsIsDecidedCorrectlyNowAndLongAgo() {
        submit(first, consent("emil", MONDAY));
        for (var day = 1; day <= 120; day++) {
            var at = MONDAY.plusSeconds(86_400L * day);
            submit(day % 2 == 0 ? first : second, day % 2 == 1 ? revocation("emil", at) : consent("emil", at));
        }

        assertThat(submit(second, transfer("emil", MONDAY.plusSeconds(1))).decision())
                .satisfies(decision -> assertThat(decision.verdict()).isEqualTo(Verdict.PERMITTED));
        assertThat(submit(first, transfer("emil", MONDAY.plusSeconds(86_401)))
                        .decision()
                        .reasons())
                .containsExactly(Reason.CONSENT_REVOKED);
    }

    @Test
    void noTransferIsPermittedOnceItsRecipientIsRetiredWhicheverNodeDecides() throws Exception {
        submit(first, new RegisterRecipient("shortlived", "Short-lived", RecipientClass.SUB_SUPPLIER, "IT"));
        submit(first, consent("fritz", MONDAY));
        transferToShortlived(first, 0);

        AtOnce.call(
                40,
                i -> i == 20
                        ? submit(first, new RetireRecipient("shortlived", MONDAY))
                        : transferToShortlived(i % 2 == 0 ? first : second, i + 1));
        transferToShortlived(second, 100);

        var all = reader().read(new EventFilter(-1, 1_000, null, null, "shortlived"));
        var retired = all.stream()
                .filter(e -> e.type().equals("RecipientRetired"))
                .mapToLong(RecordedEvent::position)
                .findFirst()
                .orElseThrow();
        var verdicts =
                all.stream().filter(e -> e.event() instanceof TransferEvent).toList();
        assertThat(verdicts)
                .hasSize(41)
                .allSatisfy(
                        e -> assertThat(e.event() instanceof TransferPermitted).isEqualTo(e.position() < retired));
    }

    /** The recipient is abroad: without its safeguard nothing may go there. */
    @Test
    void noTransferThatNeededASafeguardStandsAfterItsWithdrawal() throws Exception {
        submit(first, new RegisterRecipient("abroad", "Abroad", RecipientClass.SUB_SUPPLIER, "US"));
        var clauses = new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "SCC-1", MONDAY.minusSeconds(60), null, null);
        submit(first, new RecordSafeguard("abroad", clauses));
        var subjects = List.of("kai", "lea", "mia", "noa");
        subjects.forEach(subject -> submit(first, consent(subject, MONDAY)));

        AtOnce.call(
                80,
                i -> i == 40
                        ? submit(first, new WithdrawSafeguard("abroad", clauses.kind(), clauses.reference(), MONDAY))
                        : submit(second, transferAbroad(subjects.get(i % 4), MONDAY.plusSeconds(i))));
        submit(second, transferAbroad("kai", MONDAY.plusSeconds(100)));

        var all = reader().read(new EventFilter(-1, 1_000, null, null, "abroad"));
        var withdrawn = all.stream()
                .filter(e -> e.type().equals("SafeguardWithdrawn"))
                .mapToLong(RecordedEvent::position)
                .findFirst()
                .orElseThrow();
        assertThat(all.stream().filter(e -> e.event() instanceof TransferEvent))
                .hasSize(80)
                .allSatisfy(
                        e -> assertThat(e.event() instanceof TransferPermitted).isEqualTo(e.position() < withdrawn));
    }

    private static Function<SubjectResolver, LedgerCommand> transferAbroad(String subject, Instant at) {
        return transfer(subject, "abroad", at);
    }

    private static Answer transferToShortlived(ConfigurableApplicationContext node, int second) {
        return submit(node, transfer("fritz", "shortlived", MONDAY.plusSeconds(second)));
    }

    @Test
    void aLongHistoryIsNotReadFromItsBeginning() {
        for (var i = 0; i < 160; i++) {
            submit(first, transfer("gina", MONDAY.plusSeconds(i)));
        }
        submit(second, consent("gina", MONDAY));

        await().untilAsserted(() -> {
            var read = second.getBean(EventStore.class)
                    .readEvents(subject("gina").value())
                    .asStream()
                    .count();
            assertThat(read).isLessThanOrEqualTo(60);
        });
        assertThat(submit(second, transfer("gina", MONDAY.plusSeconds(1_000))).refused())
                .isFalse();
    }

    @Test
    void aConsentWhoseTimeIsOverIsNotedAsExpiredOnceByWhicheverNode() {
        submit(first, consent("hugo", MONDAY, MONDAY.plusSeconds(60)));

        await().untilAsserted(() -> assertThat(eventsOf("hugo"))
                .extracting(RecordedEvent::type)
                .containsExactly("ConsentGiven", "ConsentExpired"));
    }

    @Test
    void aConflictDoesNotRepeatPersonalDataInItsMessage() {
        submit(first, consent("secret-reference", MONDAY));
        var taken = second.getBean(EventStorageEngine.class)
                .readEvents(subject("secret-reference").value(), 0)
                .asStream()
                .toList();

        assertThatThrownBy(() -> second.getBean(EventStorageEngine.class).appendEvents(taken))
                .satisfies(conflict -> assertThat(stackTrace(conflict)).doesNotContain("secret-reference"));
    }

    /** Erased on the first node, while the second still remembers them. */
    @Test
    void whoIsErasedOnOneNodeIsErasedOnTheOtherAtOnce() {
        submit(second, consent("paula", MONDAY));
        submit(second, transfer("paula", MONDAY.plusSeconds(1)));
        submit(first, subjects -> new EraseSubject(subjects.of("paula"), MONDAY.plusSeconds(60)));

        var after = submit(second, transfer("paula", MONDAY.plusSeconds(2)));

        assertThat(after.refused()).isTrue();
        assertThat(after.decision().reasons()).containsExactly(Reason.SUBJECT_ERASED);
    }

    @Test
    void somebodyErasedBeginsAnewWithNothingThatLeadsBack() {
        submit(first, consent("rosa", MONDAY));
        var erased = subject("rosa");
        submit(first, subjects -> new EraseSubject(subjects.of("rosa"), MONDAY.plusSeconds(60)));
        assertThatThrownBy(() -> submit(second, consent("rosa", MONDAY.plusSeconds(1))))
                .isInstanceOf(CommandRejectedException.class);

        var anew = MONDAY.plusSeconds(61);
        submit(second, consent("rosa", anew));

        assertThat(subject("rosa")).isNotEqualTo(erased);
        assertThat(eventsOf("rosa")).extracting(RecordedEvent::type).containsExactly("ConsentGiven");
        assertThat(submit(first, transfer("rosa", anew.plusSeconds(1))).refused())
                .isFalse();
    }

    @Test
    void severalConsentsOfSomebodyErasedAtOnceBeginOneSubject() throws Exception {
        submit(first, subjects -> new EraseSubject(subjects.of("silvia"), MONDAY));

        AtOnce.call(20, i -> submit(i % 2 == 0 ? first : second, consent("silvia", MONDAY.plusSeconds(1))));

        assertThat(eventsOf("silvia")).hasSize(1);
    }

    @Test
    void theFirstAnswerToAKeyComesAgainAlsoWhenTheSubjectIsErased() {
        var given = new Submission("give-consent", "test-client", "key-of-tea", "one", consent("tea", MONDAY));
        var before = desk(first).submit(given);
        submit(first, subjects -> new EraseSubject(subjects.of("tea"), MONDAY.plusSeconds(60)));

        var after = desk(second).submit(given);

        assertThat(after.replayed()).isTrue();
        assertThat(after.position()).isEqualTo(before.position());
    }

    @Test
    void erasingAgainChangesNothing() {
        submit(first, consent("ute", MONDAY));
        var erased = submit(first, subjects -> new EraseSubject(subjects.of("ute"), MONDAY.plusSeconds(60)));

        var again = submit(second, subjects -> new EraseSubject(subjects.of("ute"), MONDAY.plusSeconds(90)));

        assertThat(again.repeated()).isTrue();
        assertThat(again.position()).isEqualTo(erased.position());
    }

    @Test
    void aKeyOfSomebodyErasedAnswersNoOtherRequest() {
        var erasing = new Submission("erase-subject", "test-client", "key-of-vera", "vera", erasing("vera"));
        desk(first).submit(erasing);
        submit(first, consent("viola", MONDAY));

        for (var other : List.of(
                new Submission("erase-subject", "test-client", "key-of-vera", "viola", erasing("viola")),
                new Submission("revoke-consent", "test-client", "key-of-vera", "vera", revocation("vera", MONDAY)))) {
            assertThatThrownBy(() -> desk(second).submit(other)).isInstanceOf(IdempotencyKeyReusedException.class);
        }

        assertThat(desk(second).submit(erasing).replayed()).isTrue();
        assertThat(eventsOf("viola")).extracting(RecordedEvent::type).containsExactly("ConsentGiven");
    }

    @Test
    void aPermissionFromBeforeTheErasureIsGivenToNobodyAgain() {
        submit(first, consent("wanda", MONDAY));
        var asking =
                new Submission("record-transfer", "test-client", "key-of-wanda", "same", transfer("wanda", MONDAY));
        assertThat(desk(first).submit(asking).refused()).isFalse();
        assertThat(desk(second).submit(asking).replayed()).isTrue();
        submit(first, erasing("wanda"));

        assertThatThrownBy(() -> desk(second).submit(asking))
                .isInstanceOfSatisfying(
                        CommandRejectedException.class,
                        e -> assertThat(e.rejection().code()).isEqualTo(RejectionCode.SUBJECT_ERASED));
    }

    @Test
    void whoBeganAnewHasNoPast() {
        submit(first, consent("xenia", MONDAY));
        submit(first, erasing("xenia"));
        submit(first, consent("xenia", MONDAY.plusSeconds(120)));

        assertThatThrownBy(() -> submit(second, consent("xenia", MONDAY)))
                .isInstanceOfSatisfying(
                        CommandRejectedException.class,
                        e -> assertThat(e.rejection().pointer()).isEqualTo("/collectedAt"));
        assertThat(submit(second, consent("xenia", MONDAY.plusSeconds(180))).repeated())
                .isFalse();
    }

    /** The e-mail that takes consent back was there before the paper on which it was given. */
    @Test
    void nobodyComesBackByAConsentThatWasTakenBackSince() {
        submit(first, erasing("yvonne"));
        submit(second, revocation("yvonne", MONDAY.plusSeconds(200)));

        assertThatThrownBy(() -> submit(first, consent("yvonne", MONDAY.plusSeconds(100))))
                .isInstanceOf(CommandRejectedException.class);
        submit(first, consent("yvonne", MONDAY.plusSeconds(300)));

        assertThat(submit(second, transfer("yvonne", MONDAY.plusSeconds(301))).refused())
                .isFalse();
    }

    /** However they race, the later word counts, or the person did not come back. */
    @Test
    void noTransferIsPermittedAgainstALaterWordThatCameWhileSomebodyBeganAnew() throws Exception {
        for (var round = 0; round < 20; round++) {
            var reference = "zoe-" + round;
            submit(first, erasing(reference));
            var consent = consent(reference, MONDAY.plusSeconds(100));
            var revocation = revocation(reference, MONDAY.plusSeconds(200));

            AtOnce.call(2, i -> {
                try {
                    return submit(i == 0 ? first : second, i == 0 ? consent : revocation)
                            .position();
                } catch (CommandRejectedException e) {
                    return -1L;
                }
            });

            assertThat(submit(first, transfer(reference, MONDAY.plusSeconds(201)))
                            .refused())
                    .isTrue();
        }
    }

    private static Function<SubjectResolver, LedgerCommand> erasing(String subject) {
        return subjects -> new EraseSubject(subjects.of(subject), MONDAY.plusSeconds(60));
    }

    private static List<RecordedEvent> eventsOf(String subject) {
        return reader().read(new EventFilter(-1, 1_000, null, subject(subject).value(), null));
    }

    private static Function<SubjectResolver, LedgerCommand> consent(String subject, Instant at) {
        return consent(subject, at, null);
    }

    private static PublishNotice notice(String code, String purpose) {
        return new PublishNotice(new Notice(
                code,
                "v1",
                Instant.parse("2016-01-01T00:00:00Z"),
                false,
                List.of("IT"),
                List.of(),
                List.of(new Purpose(
                        purpose,
                        Basis.CONSENT,
                        ConsentForm.EXPLICIT,
                        List.of("contact"),
                        List.of(RecipientClass.SUB_SUPPLIER),
                        null,
                        null))));
    }

    private static Function<SubjectResolver, LedgerCommand> consent(
            String subject, Instant at, @Nullable Instant until) {
        return consent(subject, "shop", "newsletter", at, until);
    }

    private static Function<SubjectResolver, LedgerCommand> consent(
            String subject, String notice, String purpose, Instant at, @Nullable Instant until) {
        return subjects -> new GiveConsent(
                subjects.consenting(Planted.reference(subject), at),
                subject,
                notice,
                "v1",
                List.of(purpose),
                new Evidence(Channel.WEB_FORM, ConsentForm.EXPLICIT, null, null, null),
                Giver.theSubject(),
                at,
                until);
    }

    private static Function<SubjectResolver, LedgerCommand> revocation(String subject, Instant at) {
        return revocation(subject, at, "newsletter");
    }

    private static Function<SubjectResolver, LedgerCommand> revocation(String subject, Instant at, String... purposes) {
        return subjects -> new RevokeConsent(
                subjects.of(subject), subject, List.of(purposes), Channel.EMAIL, Giver.theSubject(), at);
    }

    private static Function<SubjectResolver, LedgerCommand> transfer(String subject, Instant at) {
        return transfer(subject, "mailer", at);
    }

    private static Function<SubjectResolver, LedgerCommand> transfer(String subject, String recipient, Instant at) {
        return subjects -> new RecordTransfer(
                subjects.of(subject), subject, recipient, "newsletter", List.of("contact"), Intent.AUTHORISE, at, null);
    }

    private static SubjectId subject(String reference) {
        return first.getBean(SubjectDirectory.class)
                .find(reference)
                .orElseThrow()
                .id();
    }

    private static LedgerReader reader() {
        return second.getBean(LedgerReader.class);
    }

    private static CommandDesk desk(ConfigurableApplicationContext node) {
        return node.getBean(CommandDesk.class);
    }

    private static Answer submit(ConfigurableApplicationContext node, LedgerCommand command) {
        return submit(node, _ -> command);
    }

    private static Answer submit(
            ConfigurableApplicationContext node, Function<SubjectResolver, LedgerCommand> command) {
        return desk(node).submit(new Submission("test", "test-client", null, "", command));
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
