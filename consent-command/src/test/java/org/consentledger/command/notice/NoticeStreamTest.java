package org.consentledger.command.notice;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.consentledger.RejectionCode;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.command.stream.FactsInMemory;
import org.consentledger.command.stream.Handled;
import org.consentledger.command.stream.Recording;
import org.consentledger.command.stream.StreamTarget;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.PublishNotice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeStreamTest {

    private static final Notice OCTOBER = notice("2016-10", List.of("EEA"));
    private static final Notice OCTOBER_CHANGED = notice("2016-10", List.of("EEA", "CH"));
    private static final Notice MAY = notice("2018-05", List.of("EEA"));

    private final FactsInMemory ledger = new FactsInMemory();
    private AggregateTestFixture<NoticeStream> stream;

    @BeforeEach
    void anEmptyStream() {
        stream = new AggregateTestFixture<>(NoticeStream.class);
        stream.registerCommandTargetResolver(new StreamTarget());
        stream.registerInjectableResource(new Recording(ledger, () -> Catalogue.EMPTY));
    }

    @Test
    void aVersionIsPublished() {
        stream.givenNoPriorActivity().when(new PublishNotice(OCTOBER)).expectEvents(new NoticePublished(OCTOBER));
    }

    @Test
    void theSameVersionAgainChangesNothing() {
        stream.given((Object[]) ledger.holding(new NoticePublished(OCTOBER)))
                .when(new PublishNotice(OCTOBER))
                .expectNoEvents();
    }

    @Test
    void aVersionIsImmutable() {
        stream.given((Object[]) ledger.holding(new NoticePublished(OCTOBER)))
                .when(new PublishNotice(OCTOBER_CHANGED))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(
                        Matchers.predicate(payload -> payload instanceof Handled.Rejected rejected
                                && rejected.rejection().code() == RejectionCode.NOTICE_VERSION_CONFLICT));
    }

    @Test
    void anotherVersionFollows() {
        stream.given(new NoticePublished(OCTOBER)).when(new PublishNotice(MAY)).expectEvents(new NoticePublished(MAY));
    }

    private static Notice notice(String version, List<String> homeArea) {
        return new Notice(
                "reference", version, Instant.parse("2016-10-01T00:00:00Z"), false, homeArea, List.of(), List.of());
    }
}
