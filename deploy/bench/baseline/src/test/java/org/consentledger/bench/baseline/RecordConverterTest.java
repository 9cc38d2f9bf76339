package org.consentledger.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.Evidence;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.junit.jupiter.api.Test;

class RecordConverterTest {

    private static final Instant AT = Instant.parse("2016-11-02T10:15:00.123456Z");
    private static final SubjectId ID = new SubjectId("s-" + "0".repeat(32));

    @Test
    void readsWhatItWrites() {
        var xStream = new AxonDefaults().xStream();
        var events = List.of(
                new ConsentGiven(
                        ID,
                        "somebody",
                        "business-notices",
                        "bench",
                        "2016-10",
                        new Evidence(Channel.WEB_FORM, ConsentForm.EXPLICIT, null, "en", "web-shop"),
                        Giver.theSubject(),
                        AT,
                        null),
                new TransferPermitted(
                        ID,
                        new Transfer("somebody", "mailing-house", "business-notices", List.of("contact"), AT, null),
                        new Ground(Basis.CONSENT, "e", null, "bench", "2016-10", null),
                        new DecidedOn(1, "bench")));

        assertThat(events)
                .allSatisfy(event ->
                        assertThat(xStream.fromXML(xStream.toXML(event))).isEqualTo(event));
    }
}
