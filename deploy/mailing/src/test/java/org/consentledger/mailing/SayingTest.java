package org.consentledger.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SayingTest {

    private static final String PURPOSE = "business-notices";

    private final Sayings sayings = new Sayings();

    @Test
    void whoRevokesGetsNoMoreLetters() {
        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-02T10:00:00Z");
        assertThat(mayBeWrittenTo()).isTrue();

        hear("ConsentRevoked", PURPOSE, "revokedAt", "2016-11-03T10:00:00Z");
        assertThat(mayBeWrittenTo()).isFalse();

        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-04T10:00:00Z");
        assertThat(mayBeWrittenTo()).isTrue();
    }

    @Test
    void revokingEveryPurposeAndErasureStopItToo() {
        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-02T10:00:00Z");
        hear("ConsentRevoked", "*", "revokedAt", "2016-11-03T10:00:00Z");
        assertThat(mayBeWrittenTo()).isFalse();

        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-04T10:00:00Z");
        hear("SubjectErased", null, "erasedAt", "2016-11-05T10:00:00Z");
        assertThat(mayBeWrittenTo()).isFalse();
    }

    /** A paper form may reach the ledger after the revocation of what it says. */
    @Test
    void whatWasSaidLaterCountsAndNotWhatCameLater() {
        hear("ConsentRevoked", PURPOSE, "revokedAt", "2016-11-03T10:00:00Z");
        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-02T10:00:00Z");
        assertThat(mayBeWrittenTo()).isFalse();

        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-03T10:00:00Z");
        assertThat(mayBeWrittenTo()).isFalse();
    }

    @Test
    void otherPurposesAndOtherEventsSayNothing() {
        assertThat(mayBeWrittenTo()).isFalse();
        hear("ConsentGiven", PURPOSE, "collectedAt", "2016-11-02T10:00:00Z");

        hear("ConsentRevoked", "profiling", "revokedAt", "2016-11-03T10:00:00Z");
        hear("ProcessingObjected", PURPOSE, "objectedAt", "2016-11-03T10:00:00Z");
        hear("NoticePublished", PURPOSE, "effectiveFrom", "2016-11-03T10:00:00Z");
        assertThat(mayBeWrittenTo()).isTrue();
    }

    private boolean mayBeWrittenTo() {
        return sayings.mayBeWrittenTo("s-1");
    }

    private void hear(String type, String purpose, String time, String at) {
        var event = JsonMapper.shared().createObjectNode();
        event.put("type", "org.consentledger." + type).put("subject", "s-1");
        event.putObject("data").put("purpose", purpose).put(time, at);
        Saying.in(event, PURPOSE).ifPresent(sayings::heard);
    }
}
