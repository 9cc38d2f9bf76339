package org.consentledger.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.consentledger.chaos.load.Acknowledgement;
import org.consentledger.chaos.load.Book;
import org.consentledger.chaos.load.Order;
import org.consentledger.chaos.load.Order.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each thing that may go wrong is found. */
class LedgerCheckTest {

    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final UUID COMMAND = new UUID(1, 1);

    private final Book book = new Book();
    private final List<LedgerRow> rows = new ArrayList<>();
    private final List<AnsweredEvent> answered = new ArrayList<>();
    private final Findings findings = new Findings(finding -> {});

    @BeforeEach
    void oneCommand() {
        recorded(7);
        acknowledged(7, Kind.PLAIN, new Acknowledgement(COMMAND, 0, List.of(event(0))));
    }

    @Test
    void allIsWell() {
        assertThat(count()).isEqualTo(new Count(1, 1, 0));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void anAcknowledgedCommandThatIsNotThereIsLost() {
        acknowledged(8, Kind.PLAIN, new Acknowledgement(COMMAND, 1, List.of(event(1))));

        assertThat(count().lost()).isEqualTo(1);
    }

    @Test
    void oneThatIsElsewhereThanWasSaidIsLost() {
        recorded(9);
        recorded(8);
        acknowledged(8, Kind.PLAIN, new Acknowledgement(COMMAND, 1, List.of(event(1))));

        assertThat(count().lost()).isEqualTo(1);
    }

    @Test
    void oneOfAnotherCommandIdIsLost() {
        recorded(8);
        acknowledged(8, Kind.PLAIN, new Acknowledgement(new UUID(2, 2), 1, List.of(event(1))));

        assertThat(count().lost()).isEqualTo(1);
    }

    @Test
    void whatStandsThereTwiceIsDoubled() {
        recorded(7);

        assertThat(count().doubled()).isEqualTo(1);
    }

    @Test
    void soIsWhatWasNeverAcknowledged() {
        book.placed(order(8, Kind.PLAIN));
        recorded(8);
        recorded(8);

        assertThat(count().doubled()).isEqualTo(1);
        assertThat(findings.all()).contains("commands never answered (1): 8");
    }

    @Test
    void whatWasRejectedAtOnceMustNotBeThere() {
        book.placed(order(8, Kind.WRONG));
        book.rejected(order(8, Kind.WRONG), new Book.Rejection("PURPOSE_NOT_IN_NOTICE", true));
        recorded(8);

        count();
        assertThat(findings.all()).contains("rejected and yet recorded (1): 8");
    }

    @Test
    void anExpiryIsNotedOnce() {
        recorded(8);
        acknowledged(8, Kind.SHORT_LIVED, new Acknowledgement(COMMAND, 1, List.of(event(1))));

        count();
        assertThat(findings.all()).contains("expiries not noted once (1): order 8: 0 times");
    }

    @Test
    void positionsHaveNoGapAndTimesDoNotRunBackwards() {
        rows.add(new LedgerRow(2, "e-2", "ConsentGiven", COMMAND, BEGIN.minusSeconds(1)));

        count();
        assertThat(findings.all())
                .contains("the event after position 0 is at position 2")
                .anyMatch(finding -> finding.startsWith("position 2 was recorded at "))
                .contains("/v1/events answers other events than the database has");
    }

    @Test
    void everyEventIsOfAnOrder() {
        recorded(99);

        count();
        assertThat(findings.all()).contains("events of an order that nobody placed (1): 99");
    }

    private void recorded(long order) {
        var position = rows.size();
        rows.add(new LedgerRow(position, "e-" + position, "ConsentGiven", COMMAND, BEGIN));
        answered.add(new AnsweredEvent(
                position,
                "e-" + position,
                "ConsentGiven",
                OptionalLong.of(order),
                JsonMapper.shared().createObjectNode()));
    }

    private static Acknowledgement.Event event(long position) {
        return new Acknowledgement.Event("e-" + position, "ConsentGiven", position);
    }

    private void acknowledged(long number, Kind kind, Acknowledgement acknowledgement) {
        book.placed(order(number, kind));
        book.acknowledged(order(number, kind), acknowledgement);
    }

    private static Order order(long number, Kind kind) {
        return new Order(number, "give-consent", "{}", "key-" + number, 1, kind);
    }

    private Count count() {
        return new LedgerCheck(book, rows, answered, findings).check(BEGIN, BEGIN.plusSeconds(60));
    }
}
