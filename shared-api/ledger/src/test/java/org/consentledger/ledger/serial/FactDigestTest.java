package org.consentledger.ledger.serial;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.TransferPermitted;
import org.junit.jupiter.api.Test;

class FactDigestTest {

    @Test
    void noTwoKindsOfFactAreTakenForEachOther() {
        var digests = SampleEvents.all().stream().map(FactDigest::of).toList();

        assertThat(digests)
                .doesNotHaveDuplicates()
                .allSatisfy(digest -> assertThat(digest).hasSize(32));
    }

    @Test
    void theSamePermissionOnNewerGroundsOfNoConsequenceIsTheSameFact() {
        var permitted = SampleEvents.all().stream()
                .filter(TransferPermitted.class::isInstance)
                .map(TransferPermitted.class::cast)
                .findFirst()
                .orElseThrow();
        var later = new TransferPermitted(
                permitted.subjectId(), permitted.transfer(), permitted.ground(), new DecidedOn(99, "fedcba9876543210"));

        assertThat(FactDigest.of(later)).isEqualTo(FactDigest.of(permitted));
    }
}
