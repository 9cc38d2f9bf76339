package org.consentledger.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.subject.Giver.Kind;
import org.junit.jupiter.api.Test;

class GiverTest {

    @Test
    void only_a_delegate_names_an_authority() {
        assertThat(Giver.theSubject()).isEqualTo(new Giver(Kind.SUBJECT, null, null));
        assertThat(new Giver(Kind.GUARDIAN, "cust-7", null).authority()).isNull();
        assertThat(new Giver(Kind.OPERATOR, "staff-3", null).authority()).isNull();
    }
}
