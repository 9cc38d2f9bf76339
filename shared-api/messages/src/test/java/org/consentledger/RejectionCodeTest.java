package org.consentledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RejectionCodeTest {

    @Test
    void what_contradicts_the_ledger_is_a_conflict_and_everything_else_is_wrong_in_itself() {
        assertThat(Arrays.stream(RejectionCode.values()).filter(c -> c.kind() == RejectionCode.Kind.CONFLICT))
                .containsExactlyInAnyOrder(
                        RejectionCode.SUBJECT_ERASED,
                        RejectionCode.NOTICE_VERSION_CONFLICT,
                        RejectionCode.RECIPIENT_CONFLICT,
                        RejectionCode.RECIPIENT_IS_RETIRED,
                        RejectionCode.SAFEGUARD_CONFLICT,
                        RejectionCode.ALREADY_WITHDRAWN);
    }
}
