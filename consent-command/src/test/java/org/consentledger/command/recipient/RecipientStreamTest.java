package org.consentledger.command.recipient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.LedgerEvent;
import org.consentledger.RejectionCode;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.command.stream.FactsInMemory;
import org.consentledger.command.stream.Handled;
import org.consentledger.command.stream.Recording;
import org.consentledger.command.stream.StreamTarget;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientCommand;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.RecordSafeguard;
import org.consentledger.recipient.RegisterRecipient;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.recipient.SafeguardWithdrawn;
import org.consentledger.recipient.WithdrawSafeguard;
import org.consentledger.register.LegalRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipientStreamTest {

    private static final Instant AT = Instant.parse("2016-11-07T09:00:00Z");
    private static final Instant LATER = Instant.parse("2016-11-08T09:00:00Z");
    private static final Safeguard CLAUSES =
            new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "contract-12", AT, null, null);
    private static final RecipientRegistered REGISTERED =
            new RecipientRegistered("us-hosting", "Hosting in Ohio", RecipientClass.HOSTING_PROVIDER, "US");

    private final FactsInMemory ledger = new FactsInMemory();
    private AggregateTestFixture<RecipientStream> stream;

    @BeforeEach
    void anEmptyStream() {
        stream = new AggregateTestFixture<>(RecipientStream.class);
        stream.registerCommandTargetResolver(new StreamTarget());
        stream.registerInjectableResource(new LegalRegister("register", List.of(), List.of(), List.of()));
        stream.registerInjectableResource(Clock.fixed(Instant.parse("2016-12-01T00:00:00Z"), ZoneOffset.UTC));
        stream.registerInjectableResource(new Recording(ledger, () -> Catalogue.EMPTY));
    }

    @Test
    void isRegistered() {
        stream.givenNoPriorActivity()
                .when(new RegisterRecipient("us-hosting", "Hosting in Ohio", RecipientClass.HOSTING_PROVIDER, "US"))
                .expectEvents(REGISTERED);
    }

    @Test
    void cannotBeRegisteredAnew() {
        rejects(
                new RegisterRecipient("us-hosting", "Hosting in Ohio", RecipientClass.HOSTING_PROVIDER, "CA"),
                RejectionCode.RECIPIENT_CONFLICT,
                REGISTERED);
    }

    @Test
    void getsASafeguard() {
        stream.given(REGISTERED)
                .when(new RecordSafeguard("us-hosting", CLAUSES))
                .expectEvents(new SafeguardRecorded("us-hosting", CLAUSES));
    }

    @Test
    void mustBeKnownToGetASafeguard() {
        rejects(new RecordSafeguard("us-hosting", CLAUSES), RejectionCode.RECIPIENT_UNKNOWN);
    }

    @Test
    void losesASafeguard() {
        stream.given(REGISTERED, new SafeguardRecorded("us-hosting", CLAUSES))
                .when(new WithdrawSafeguard("us-hosting", SafeguardKind.STANDARD_CLAUSES, "contract-12", LATER))
                .expectEvents(
                        new SafeguardWithdrawn("us-hosting", SafeguardKind.STANDARD_CLAUSES, "contract-12", LATER));
    }

    @Test
    void isRetiredOnce() {
        stream.given((Object[]) ledger.holding(REGISTERED, new RecipientRetired("us-hosting", LATER)))
                .when(new RetireRecipient("us-hosting", LATER))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void getsNoSafeguardOnceRetired() {
        rejects(
                new RecordSafeguard("us-hosting", CLAUSES),
                RejectionCode.RECIPIENT_IS_RETIRED,
                REGISTERED,
                new RecipientRetired("us-hosting", LATER));
    }

    private void rejects(RecipientCommand command, RejectionCode code, LedgerEvent... given) {
        var test = given.length == 0 ? stream.givenNoPriorActivity() : stream.given((Object[]) ledger.holding(given));
        test.when(command)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(
                        Matchers.predicate(payload -> payload instanceof Handled.Rejected rejected
                                && rejected.rejection().code() == code));
    }
}
