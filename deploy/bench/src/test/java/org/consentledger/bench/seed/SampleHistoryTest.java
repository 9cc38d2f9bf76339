package org.consentledger.bench.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.consentledger.bench.workload.BenchCatalogue;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.SubjectId;
import org.junit.jupiter.api.Test;

class SampleHistoryTest {

    private static final Catalogue CATALOGUE = Catalogue.EMPTY
            .with(
                    new NoticePublished(new Notice(
                            BenchCatalogue.NOTICE,
                            BenchCatalogue.VERSION,
                            Instant.parse("2016-10-01T00:00:00Z"),
                            false,
                            List.of("IT"),
                            List.of(),
                            List.of(new Purpose(
                                    BenchCatalogue.PURPOSE,
                                    Basis.CONSENT,
                                    ConsentForm.EXPLICIT,
                                    List.of(BenchCatalogue.CATEGORY),
                                    List.of(RecipientClass.SUB_SUPPLIER),
                                    null,
                                    null)))),
                    0)
            .with(new RecipientRegistered(BenchCatalogue.RECIPIENT, "x", RecipientClass.SUB_SUPPLIER, "IT"), 1);

    @Test
    void isTheMixOfTheMeasuredCommandsAndEveryTransferIsPermitted() {
        var id = new SubjectId("s-" + "0".repeat(32));
        var history = new SampleHistory(
                id, "somebody", CATALOGUE, new LegalRegister("test", List.of(), List.of(), List.of()));

        List<DomainEventMessage<?>> messages =
                history.messages(100, (event, i) -> new GenericDomainEventMessage<>("Subject", id.value(), i, event));

        var kinds = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> message.getPayloadType().getSimpleName(), Collectors.counting()));
        assertThat(kinds)
                .containsEntry("ConsentGiven", 60L)
                .containsEntry("ConsentRevoked", 10L)
                .containsEntry("TransferPermitted", 30L)
                .hasSize(3);
    }

    @Test
    void writesAndReadsPlans() {
        var plan = new SeedPlan("s", 10, 20, 5);

        assertThat(SeedPlan.parse(plan.toString())).isEqualTo(plan);
        assertThat(plan.total()).isEqualTo(100);
    }
}
