package org.consentledger.ledger.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.LedgerEvent;
import org.consentledger.erasure.LegalHoldReleased;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.keyring.SubjectsUnderTest;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.junit.jupiter.api.Test;

class AboutDigestTest {

    private static final SubjectKey KEY = SubjectsUnderTest.key(1);

    @Test
    void everythingThatCanBeSaidIsToldApart() {
        var consents = SampleEvents.all().stream()
                .filter(event -> !(event instanceof TransferEvent || event instanceof LegalHoldReleased))
                .map(event -> AboutDigest.of(event, KEY))
                .toList();

        assertThat(consents)
                .doesNotHaveDuplicates()
                .allSatisfy(digest -> assertThat(digest).hasSize(32));
    }

    @Test
    void withoutTheKeyOfItsSubjectNoGuessIsConfirmed() {
        var event = sample(TransferRefused.class);

        assertThat(AboutDigest.of(event, SubjectsUnderTest.key(1)))
                .isEqualTo(AboutDigest.of(event, SubjectsUnderTest.key(1)))
                .isNotEqualTo(AboutDigest.of(event, SubjectsUnderTest.key(2)))
                .isNotEqualTo(AboutDigest.of(event, null));
    }

    @Test
    void aPermissionAndARefusalOfOneTransferAreAboutTheSame() {
        var permitted = sample(TransferPermitted.class);
        var refused = sample(TransferRefused.class);

        assertThat(refused.transfer()).isEqualTo(permitted.transfer());
        assertThat(AboutDigest.of(permitted, KEY)).isEqualTo(AboutDigest.of(refused, KEY));
        assertThat(AboutDigest.of(sample(TransferReported.class), KEY)).isNotEqualTo(AboutDigest.of(permitted, KEY));
    }

    private static <E extends LedgerEvent> E sample(Class<E> type) {
        return SampleEvents.all().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
