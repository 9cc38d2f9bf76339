package org.consentledger.command.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.LedgerEvent;
import org.junit.jupiter.api.Test;

class MattersSeenTest {

    private record Said(String matter, String what) implements LedgerEvent {
        @Override
        public Object about() {
            return matter;
        }
    }

    private final MattersSeen seen = new MattersSeen();

    @Test
    void everythingIsNewsToAStreamThatBegins() {
        assertThat(seen.isNews(new Said("colour", "red"), null)).isTrue();
    }

    @Test
    void whateverElseIsSaidOfTheSameThingIsToBeLookedUp() {
        seen.add(new Said("colour", "red"));

        assertThat(seen.isNews(new Said("colour", "blue"), 0L)).isFalse();
        assertThat(seen.isNews(new Said("size", "red"), 0L)).isTrue();
    }

    @Test
    void aStateThatBeginsWithASnapshotKnowsTooLittle() {
        seen.add(new Said("colour", "red"));

        assertThat(seen.isNews(new Said("size", "large"), 50L)).isFalse();
    }

    @Test
    void aLongStreamIsToBeLookedUp() {
        for (var i = 0; i < MattersSeen.EVENTS_MAX; i++) {
            assertThat(seen.isNews(new Said("matter " + i, ""), i == 0 ? null : i - 1L))
                    .isTrue();
            seen.add(new Said("matter " + i, ""));
        }

        assertThat(seen.isNews(new Said("one more", ""), MattersSeen.EVENTS_MAX - 1L))
                .isTrue();
        seen.add(new Said("one more", ""));
        assertThat(seen.isNews(new Said("yet one more", ""), (long) MattersSeen.EVENTS_MAX))
                .isFalse();
    }
}
