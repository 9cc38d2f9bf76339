package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestEvents.event;
import static org.consentledger.verifier.TestEvents.withOtherPayload;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something is done to events: each is named by its position. */
class TamperedEventsTest extends TamperedScene {

    @Test
    void anEventIsRemoved() {
        ledger.remove(50, 50);

        assertFound("position 50 is missing: positions have no gaps, so this event was removed");
        assertThat(run.out())
                .contains("note: without the event at position 50 no root after it can be computed: 3 checkpoints"
                        + " were not compared");
    }

    @Test
    void eventsAreRemovedInTwoPlaces() {
        ledger.remove(70, 79);
        ledger.remove(0, 2);

        assertFound(
                "positions 0 to 2 are missing: positions have no gaps, so these events were removed",
                "positions 70 to 79 are missing: positions have no gaps, so these events were removed");
    }

    @Test
    void anEventAppearsTwice() {
        ledger.repeatLine(30);

        assertFound("position 30 appears twice");
    }

    @Test
    void anEventIsOutOfOrder() {
        ledger.exchangeLines(30, 31);

        assertFound("position 30 is out of order: it stands after position 31");
    }

    @Test
    void anEventIsAltered() {
        ledger.alter(30);

        assertFound("the event at position 30 was altered: its leaf is "
                + withOtherPayload(event(30)).leaf().base64() + ", but the ledger has "
                + event(30).leaf().base64() + " for it");
    }

    @Test
    void severalEventsAreAltered() {
        ledger.alter(0);
        ledger.alter(59);
        ledger.alter(99);

        assertFound(altered(0), altered(59), altered(99));
    }

    private static String altered(int position) {
        return "the event at position " + position + " was altered: its leaf is "
                + withOtherPayload(event(position)).leaf().base64() + ", but the ledger has "
                + event(position).leaf().base64() + " for it";
    }

    /** The leaf holds every field of an event. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void anyFieldIsAltered(int field) {
        ledger.rewrite(30, e -> other(e, field), false);
        run = verify(ledger, newest);

        assertThat(run.out()).first().asString().startsWith("the event at position 30 was altered: ");
    }

    private static Entry other(Entry e, int field) {
        return new Entry(
                e.position(),
                field == 1 ? "another" : e.eventId(),
                field == 2 ? "Notice" : e.streamType(),
                field == 3 ? "subject-99" : e.streamId(),
                field == 4 ? 99 : e.streamSequence(),
                field == 5 ? Instant.parse("2016-11-02T09:00:00.123457Z") : e.recordedAt(),
                field == 6 ? "ConsentRevoked" : e.eventType(),
                field == 7 ? "2" : e.revision(),
                field == 8 ? new UUID(0, 0) : e.commandId(),
                field == 9 ? 1 : e.eventIndex(),
                field == 10 ? "0" : e.requestSha256(),
                field == 11 ? "mailing-house" : e.recipient(),
                field == 12 ? e.payload() + " " : e.payload(),
                field == 13 ? "" : e.metadata());
    }

    @Test
    void onlyALeafIsAltered() {
        ledger.alterLeaf(30);

        assertFound("the leaf at position 30 was altered: the ledger has "
                + Hash.ofLeaf(new byte[0]).base64()
                + ", but the event is the one that was signed, and its leaf is "
                + event(30).leaf().base64());
    }

    @Test
    void twoEventsAreSwapped() {
        ledger.swap(30, 80);

        assertFound("the events at positions 30 and 80 were swapped: each is the one that was recorded at the other"
                + " position");
    }

    @Test
    void twoEventsAreSwappedTogetherWithTheirLeaves() {
        ledger.swapWithLeaves(45, 46);

        assertFound(
                "the events at positions 45 and 46 were swapped: each is the one that was recorded at the other"
                        + " position",
                "the root at size 60 is not that of the checkpoint of size 60 in 60.checkpoint: apart from what is named"
                        + " of them, events at positions 40 to 59 were rewritten together with their leaves; those"
                        + " before are as they were signed");
    }

    @Test
    void threeEventsChangePlaces() {
        ledger.put(10, 20);
        ledger.put(20, 30);
        ledger.put(30, 10);

        assertFound(
                "the event at position 10 was moved there: it is the one that was recorded at position 20",
                "the event at position 20 was moved there: it is the one that was recorded at position 30",
                "the event at position 30 was moved there: it is the one that was recorded at position 10");
    }

    @Test
    void everythingAtOnce() {
        ledger.alter(10);
        ledger.swap(20, 21);
        ledger.alterWithLeaf(50);
        ledger.remove(70, 71);
        ledger.remove(95, 97);

        run = verify(ledger, newest);
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("positions 70 to 71 are missing: "),
                        line -> assertThat(line).startsWith("the event at position 10 was altered: "),
                        line -> assertThat(line).startsWith("the events at positions 20 and 21 were swapped: "),
                        line -> assertThat(line)
                                .startsWith("the root at size 60 is not that of")
                                .contains("events at positions 40 to 59"),
                        line -> assertThat(line).startsWith("positions 97 to 99 are missing at the end: "),
                        line -> assertThat(line).isEqualTo("not verified: 5 problems"));
    }
}
