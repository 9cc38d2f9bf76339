package org.consentledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicAddressTest {

    private static PublicAddress configured(String url) {
        return new PublicAddress(new SignInProperties("console", "", "openid", url, ""));
    }

    private static MockHttpServletRequest asked(String scheme, String host, int port) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "http,  localhost,        8081, http://localhost:8081",
        "http,  127.0.0.1,        80,   http://127.0.0.1",
        "https, localhost,        443,  https://localhost",
        "https, localhost,        80,   https://localhost:80",
        "http,  evil.example,     8081, ",
        "https, evil.example,     443,  ",
        "http,  localhost.evil.example, 80, ",
    })
    void what_a_request_says_is_believed_for_this_machine_alone(String scheme, String host, int port, String origin) {
        assertThat(configured("")
                        .of(asked(scheme, host, port))
                        .map(URI::toString)
                        .orElse(null))
                .isEqualTo(origin);
    }

    @Test
    void what_is_configured_counts_whatever_a_request_says() {
        var address = configured("https://ledger.example.com/");

        assertThat(address.of(asked("http", "evil.example", 80))).contains(URI.create("https://ledger.example.com"));
        assertThat(address.isSecure(asked("http", "10.0.0.7", 8081))).isTrue();
        assertThat(address.otherName(asked("http", "localhost", 8081))).isEmpty();
    }

    @Test
    void another_name_of_this_machine_is_told_from_the_one_the_provider_knows() {
        var address = configured("http://localhost:8081");

        assertThat(address.otherName(asked("http", "127.0.0.1", 8081))).contains(URI.create("http://localhost:8081"));
        assertThat(address.otherName(asked("http", "localhost", 8081))).isEmpty();
        assertThat(address.isSecure(asked("http", "localhost", 8081))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ledger.example.com",
                "https://ledger.example.com/console",
                "https://Ledger.example.com",
                "https://ledger.example.com:443",
                "https://ledger.example.com?x",
                "https://rita@ledger.example.com",
                "ledger.example.com",
                "https://",
                "ftp://localhost",
                "not an address"
            })
    void what_is_no_origin_with_https_stops_the_start(String url) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> configured(url))
                .withMessageContaining("LEDGER_CONSOLE_URL");
    }
}
