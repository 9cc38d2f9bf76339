package org.consentledger.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.consentledger.subject.Giver.Kind;
import org.junit.jupiter.api.Test;

class GiverTest {

    @Test
    void a_delegate_names_the_authority_to_act() {
        assertThat(new Giver(Kind.DELEGATE, "cust-7", "power of attorney of 2016-01-02").authority())
                .isNotBlank();
        assertThatIllegalArgumentException().isThrownBy(() -> new Giver(Kind.DELEGATE, "cust-7", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Giver(Kind.DELEGATE, "cust-7", " "));
    }

    @Test
    void nobody_else_has_to() {
        assertThat(Giver.theSubject()).isEqualTo(new Giver(Kind.SUBJECT, null, null));
        assertThat(new Giver(Kind.GUARDIAN, "cust-7", null).authority()).isNull();
        assertThat(new Giver(Kind.OPERATOR, "staff-3", null).authority()).isNull();
    }
}
