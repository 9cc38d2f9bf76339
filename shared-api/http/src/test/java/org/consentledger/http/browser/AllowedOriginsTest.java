package org.consentledger.http.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    @Test
    void originsAreTakenAsTheyAre() {
        assertThat(AllowedOrigins.of(List.of("https://desk.example.com", " http://localhost:3000", "")))
                .containsExactly("https://desk.example.com", "http://localhost:3000");
        assertThat(AllowedOrigins.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.com",
                "https://desk.example.com/",
                "https://desk.example.com/page",
                "https://desk.example.com?x",
                "https://user@desk.example.com",
                "https://desk.example.com:443",
                "http://desk.example.com:80",
                "https://Desk.example.com",
                "desk.example.com",
                "ftp://desk.example.com",
                "https://",
                "null"
            })
    void anythingElseStopsTheStart(String origin) {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of(origin)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("HTTP_CORS_ORIGINS")
                .hasMessageContaining(origin);
    }
}
