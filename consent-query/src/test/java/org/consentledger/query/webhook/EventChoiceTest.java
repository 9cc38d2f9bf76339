package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.query.feed.FeedFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the database is asked for holds every erasure that a webhook is to be told of, and reads nothing twice. */
class EventChoiceTest {

    private static final FeedFilter EVERYTHING = new FeedFilter(null, null, null, null);
    private static final FeedFilter ERASURES = new FeedFilter("SubjectErased", null, null, null);

    private static EventChoice of(@Nullable String type, @Nullable String purpose, @Nullable String recipient) {
        return new EventChoice(
                type == null ? null : List.of(type),
                purpose == null ? null : List.of(purpose),
                recipient == null ? null : List.of(recipient));
    }

    @Test
    void whatIsForOnePurposeOrRecipientIsReadBesideErasures() {
        assertThat(of(null, null, null).roughly(false)).containsExactly(EVERYTHING);
        assertThat(of(null, "ads", null).roughly(false))
                .containsExactly(new FeedFilter(null, null, null, "ads"), ERASURES);
        assertThat(of(null, null, "house").roughly(false))
                .containsExactly(new FeedFilter(null, null, "house", null), ERASURES);
        assertThat(of("SubjectErased", "ads", null).roughly(false)).containsExactly(ERASURES);
        assertThat(new EventChoice(null, List.of("ads", "news"), null).roughly(false))
                .containsExactly(EVERYTHING);
    }

    @Test
    void typesKeepErasuresBackUnlessPersonalDataAreSent() {
        var given = new FeedFilter("ConsentGiven", null, null, null);

        assertThat(of("ConsentGiven", null, null).roughly(false)).containsExactly(given);
        assertThat(of("ConsentGiven", null, null).roughly(true)).containsExactly(given, ERASURES);
    }
}
