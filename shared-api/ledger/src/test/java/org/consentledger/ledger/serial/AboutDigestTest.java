package org.consentledger.ledger.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.junit.jupiter.api.Test;

class AboutDigestTest {

    @Test
    void everythingThatCanBeSaidIsToldApart() {
        var consents = SampleEvents.all().stream()
                .filter(event -> !(event instanceof TransferEvent))
                .map(AboutDigest::of)
                .toList();

        assertThat(consents)
                .doesNotHaveDuplicates()
                .allSatisfy(digest -> assertThat(digest).hasSize(32));
    }

    /** Stored digests are looked up by digests of events, so both have to come out the same. */
    @Test
    void theStoredFormGivesTheSameDigestAsTheEvent() {
        var serializer = new LedgerSerializer(new StoredTypes(List.of()));

        assertThat(SampleEvents.all())
                .allSatisfy(event -> assertThat(AboutDigest.of(
                                event, serializer.serialize(event, String.class).getData()))
                        .isEqualTo(AboutDigest.of(event)));
    }

    @Test
    void aPermissionAndARefusalOfOneTransferAreAboutTheSame() {
        var permitted = sample(TransferPermitted.class);
        var refused = sample(TransferRefused.class);

        assertThat(refused.transfer()).isEqualTo(permitted.transfer());
        assertThat(AboutDigest.of(permitted)).isEqualTo(AboutDigest.of(refused));
        assertThat(AboutDigest.of(sample(TransferReported.class))).isNotEqualTo(AboutDigest.of(permitted));
    }

    private static <E extends LedgerEvent> E sample(Class<E> type) {
        return SampleEvents.all().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
