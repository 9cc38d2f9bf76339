package org.consentledger.command.subject;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.LedgerEvent;
import org.consentledger.RejectionCode;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.command.stream.FactsInMemory;
import org.consentledger.command.stream.Handled;
import org.consentledger.command.stream.Recording;
import org.consentledger.command.stream.StreamTarget;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.consent.ExpireConsent;
import org.consentledger.consent.GiveConsent;
import org.consentledger.consent.RefuseConsent;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.erasure.CarryOutErasure;
import org.consentledger.erasure.EraseSubject;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.erasure.LegalHoldPlaced;
import org.consentledger.erasure.LegalHoldReleased;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.Purpose;
import org.consentledger.objection.ObjectToProcessing;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.objection.WithdrawObjection;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.RecordTransfer;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given what is on a subject's stream, when a command comes, then these events follow. */
class SubjectStreamTest {

    private static final SubjectId ANNA = new SubjectId("s-00112233445566778899aabbccddeeff");
    private static final Instant MONDAY = Instant.parse("2016-11-07T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2016-11-08T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2016-11-09T09:00:00Z");
    private static final Instant NOW = Instant.parse("2016-12-01T00:00:00Z");
    private static final Evidence WEB_FORM = new Evidence(Channel.WEB_FORM, ConsentForm.EXPLICIT, null, "en", "shop");
    private static final Giver HERSELF = Giver.theSubject();
    private static final Catalogue CATALOGUE = Catalogue.EMPTY
            .with(
                    new NoticePublished(new Notice(
                            "reference",
                            "2016-10",
                            Instant.parse("2016-10-01T00:00:00Z"),
                            false,
                            List.of("IT"),
                            List.of(),
                            List.of(
                                    purpose("business-notices", Basis.CONSENT),
                                    purpose("website-images", Basis.CONSENT),
                                    purpose("website-analytics", Basis.LEGITIMATE_INTEREST)))),
                    0)
            .with(new RecipientRegistered("mailing-house", "Mailing house", RecipientClass.SUB_SUPPLIER, "IT"), 1);
    private static final DecidedOn DECIDED_ON = new DecidedOn(1, "register");

    private final FactsInMemory ledger = new FactsInMemory();
    private AggregateTestFixture<SubjectStream> stream;

    @BeforeEach
    void anEmptyStream() {
        stream = new AggregateTestFixture<>(SubjectStream.class);
        stream.registerCommandTargetResolver(new StreamTarget());
        stream.registerInjectableResource((CatalogueReader) () -> CATALOGUE);
        stream.registerInjectableResource(new LegalRegister("register", List.of(), List.of(), List.of()));
        stream.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        stream.registerInjectableResource(new Recording(ledger, () -> CATALOGUE));
        stream.registerInjectableResource(new SubjectHistory(stream.getEventStore()));
    }

    @Test
    void consentIsRecordedPurposeByPurpose() {
        given().when(giveConsent(MONDAY, null, "business-notices", "website-images"))
                .expectEvents(
                        consentGiven("business-notices", MONDAY, null), consentGiven("website-images", MONDAY, null));
    }

    @Test
    void ofSeveralPurposesOnlyTheNewOnesAreRecorded() {
        given(consentGiven("business-notices", MONDAY, null))
                .when(giveConsent(MONDAY, null, "business-notices", "website-images"))
                .expectEvents(consentGiven("website-images", MONDAY, null));
    }

    @Test
    void anExactRepeatRecordsNothing() {
        given(consentGiven("business-notices", MONDAY, null))
                .when(giveConsent(MONDAY, null, "business-notices"))
                .expectNoEvents();
    }

    @Test
    void aPurposeThatRestsOnSomethingElseCannotBeConsentedToAndTheOthersAreNotRecordedEither() {
        var result = given().when(giveConsent(MONDAY, null, "business-notices", "website-analytics"));

        result.expectNoEvents()
                .expectResultMessagePayloadMatching(
                        rejectedFor(RejectionCode.PURPOSE_NOT_BASED_ON_CONSENT, "/purposes/1"));
    }

    @Test
    void aNoIsAFactToo() {
        given().when(new RefuseConsent(
                        ANNA, "anna", "reference", "2016-10", List.of("website-images"), WEB_FORM, HERSELF, MONDAY))
                .expectEvents(new ConsentRefused(
                        ANNA, "anna", "website-images", "reference", "2016-10", WEB_FORM, HERSELF, MONDAY));
    }

    @Test
    void consentIsRevokedEvenIfTheFormIsStillInThePost() {
        given().when(new RevokeConsent(ANNA, "anna", List.of("business-notices"), Channel.EMAIL, HERSELF, TUESDAY))
                .expectEvents(consentRevoked("business-notices", TUESDAY));
    }

    @Test
    void aConsentThatRanOutIsNotedAsExpired() {
        given(consentGiven("business-notices", MONDAY, TUESDAY));
        var consentEventId =
                stream.getEventStore().readEvents(ANNA.value()).next().getIdentifier();
        stream.when(new ExpireConsent(ANNA, "business-notices", consentEventId, TUESDAY))
                .expectEvents(new ConsentExpired(ANNA, "business-notices", consentEventId, TUESDAY));
    }

    @Test
    void aConsentThatWasRevokedBeforeItsEndDidNotExpire() {
        given(consentGiven("business-notices", MONDAY, WEDNESDAY), consentRevoked("business-notices", TUESDAY));
        var consentEventId =
                stream.getEventStore().readEvents(ANNA.value()).next().getIdentifier();
        stream.when(new ExpireConsent(ANNA, "business-notices", consentEventId, WEDNESDAY))
                .expectNoEvents();
    }

    @Test
    void anObjectionAndItsWithdrawalAreRecorded() {
        given().when(new ObjectToProcessing(
                        ANNA, "anna", List.of("website-analytics"), Channel.BROWSER_SIGNAL, HERSELF, MONDAY))
                .expectEvents(new ProcessingObjected(
                        ANNA, "anna", "website-analytics", Channel.BROWSER_SIGNAL, HERSELF, MONDAY));
    }

    @Test
    void anObjectionIsWithdrawn() {
        given(new ProcessingObjected(ANNA, "anna", "website-analytics", Channel.WEB_FORM, HERSELF, MONDAY))
                .when(new WithdrawObjection(
                        ANNA, "anna", List.of("website-analytics"), Channel.WEB_FORM, HERSELF, TUESDAY))
                .expectEvents(
                        new ObjectionWithdrawn(ANNA, "anna", "website-analytics", Channel.WEB_FORM, HERSELF, TUESDAY));
    }

    @Test
    void aTransferIsPermittedWhileTheConsentStands() {
        given(consentGiven("business-notices", MONDAY, null))
                .when(transfer(TUESDAY, Intent.AUTHORISE))
                .expectEventsMatching(Matchers.payloadsMatching(
                        Matchers.exactSequenceOf(Matchers.predicate(TransferPermitted.class::isInstance))));
    }

    @Test
    void aTransferIsRefusedFromTheRevocationOn() {
        given(consentGiven("business-notices", MONDAY, null), consentRevoked("business-notices", TUESDAY))
                .when(transfer(TUESDAY, Intent.AUTHORISE))
                .expectEvents(
                        new TransferRefused(ANNA, aTransfer(TUESDAY), List.of(Reason.CONSENT_REVOKED), DECIDED_ON));
    }

    @Test
    void aTransferThatHappenedIsRecordedWithWhatIsWrongWithIt() {
        given(consentRevoked("*", MONDAY))
                .when(transfer(TUESDAY, Intent.REPORT))
                .expectEvents(new TransferReported(
                        ANNA, aTransfer(TUESDAY), List.of(Reason.CONSENT_REVOKED), null, DECIDED_ON));
    }

    @Test
    void theSameQuestionAgainIsRecordedAgainOnceTheAnswerHasChanged() {
        given(
                        consentGiven("business-notices", MONDAY, null),
                        new TransferRefused(ANNA, aTransfer(WEDNESDAY), List.of(Reason.CONSENT_MISSING), DECIDED_ON),
                        consentRevoked("business-notices", TUESDAY))
                .when(transfer(WEDNESDAY, Intent.AUTHORISE))
                .expectEvents(
                        new TransferRefused(ANNA, aTransfer(WEDNESDAY), List.of(Reason.CONSENT_REVOKED), DECIDED_ON));
    }

    @Test
    void theFutureCannotBeRecorded() {
        given().when(giveConsent(NOW.plusSeconds(301), null, "business-notices"))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(rejectedFor(RejectionCode.WORLD_TIME_IN_FUTURE, "/collectedAt"));
    }

    @Test
    void moreFactsThanAreKeptAtHandAreStillJudgedByTheirDay() {
        var facts = new LedgerEvent[2 * SubjectStream.FACTS_AT_HAND];
        for (var i = 0; i < facts.length; i++) {
            var at = MONDAY.plusSeconds(i);
            facts[i] = i % 2 == 0 ? consentGiven("business-notices", at, null) : consentRevoked("business-notices", at);
        }
        given(facts)
                .when(transfer(MONDAY.plusSeconds(1), Intent.AUTHORISE))
                .expectEvents(new TransferRefused(
                        ANNA, aTransfer(MONDAY.plusSeconds(1)), List.of(Reason.CONSENT_REVOKED), DECIDED_ON));
    }

    @Test
    void aLegalHoldMakesErasureWaitAndItsReleaseLetsItGoOn() {
        var hold = new LegalHoldPlaced(ANNA, "case-1", "suit", MONDAY, NOW.plusSeconds(60));
        var waiting = new ErasureRequested(ANNA, WEDNESDAY, NOW.plusSeconds(60));
        given(hold).when(new EraseSubject(ANNA, WEDNESDAY)).expectEvents(waiting);
        given(hold, waiting).when(new CarryOutErasure(ANNA)).expectNoEvents();
        given(hold, waiting, new LegalHoldReleased(ANNA, "case-1", NOW))
                .when(new CarryOutErasure(ANNA))
                .expectEvents(new SubjectErased(ANNA, NOW));
    }

    @Test
    void nothingIsPermittedAboutSomebodyErasedWhateverTimeIsNamed() {
        given(consentGiven("business-notices", MONDAY, null), new SubjectErased(ANNA, WEDNESDAY))
                .when(transfer(TUESDAY, Intent.AUTHORISE))
                .expectEvents(
                        new TransferRefused(ANNA, aTransfer(TUESDAY), List.of(Reason.SUBJECT_ERASED), DECIDED_ON));
    }

    private TestExecutor<SubjectStream> given(LedgerEvent... events) {
        return events.length == 0 ? stream.givenNoPriorActivity() : stream.given((Object[]) ledger.holding(events));
    }

    private static Matcher<Object> rejectedFor(RejectionCode code, String pointer) {
        return Matchers.predicate(payload -> payload instanceof Handled.Rejected rejected
                && rejected.rejection().code() == code
                && rejected.rejection().pointer().equals(pointer));
    }

    private static Purpose purpose(String code, Basis basis) {
        return new Purpose(
                code,
                basis,
                ConsentForm.EXPLICIT,
                List.of("contact"),
                List.of(RecipientClass.SUB_SUPPLIER),
                null,
                null);
    }

    private static GiveConsent giveConsent(Instant at, @Nullable Instant until, String... purposes) {
        return new GiveConsent(ANNA, "anna", "reference", "2016-10", List.of(purposes), WEB_FORM, HERSELF, at, until);
    }

    private static ConsentGiven consentGiven(String purpose, Instant at, @Nullable Instant until) {
        return new ConsentGiven(ANNA, "anna", purpose, "reference", "2016-10", WEB_FORM, HERSELF, at, until);
    }

    private static ConsentRevoked consentRevoked(String purpose, Instant at) {
        return new ConsentRevoked(ANNA, "anna", purpose, Channel.EMAIL, HERSELF, at);
    }

    private static RecordTransfer transfer(Instant at, Intent intent) {
        return new RecordTransfer(
                ANNA, "anna", "mailing-house", "business-notices", List.of("contact"), intent, at, "job-77");
    }

    private static Transfer aTransfer(Instant at) {
        return new Transfer("anna", "mailing-house", "business-notices", List.of("contact"), at, "job-77");
    }
}
