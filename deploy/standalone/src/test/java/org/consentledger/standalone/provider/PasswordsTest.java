package org.consentledger.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.standalone.token.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class PasswordsTest {

    private final Passwords passwords =
            new Passwords(List.of(new Person(Role.AUDITOR, "right"), new Person(Role.OPERATOR, "other")));

    private Authentication tried(String name, String password) {
        return passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }

    @Test
    void each_has_a_password_of_their_own() {
        assertThat(tried("auditor", "right").getName()).isEqualTo("auditor");
        for (var wrong : List.of("other", "", "right ", "righ")) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> tried("auditor", wrong));
        }
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> tried("writer", "right"));
    }

    @Test
    void who_guesses_has_to_wait_and_nobody_else() {
        for (var i = 0; i < Passwords.GUESSES; i++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> tried("auditor", "wrong"));
        }

        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> tried("auditor", "right"));
        assertThat(tried("operator", "other").getName()).isEqualTo("operator");
    }

    @Test
    void who_signs_in_often_does_not() {
        for (var i = 0; i < 3 * Passwords.GUESSES; i++) {
            assertThat(tried("auditor", "right").isAuthenticated()).isTrue();
        }
    }

    @Test
    void passwords_are_made_anew_each_time_and_never_shown() {
        var password = new String(Person.newPassword(), StandardCharsets.US_ASCII).strip();

        assertThat(password).isNotEqualTo(new String(Person.newPassword(), StandardCharsets.US_ASCII).strip());
        assertThat(new Person(Role.AUDITOR, password)).asString().doesNotContain(password);
    }
}
