package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptLinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://consent.example, https://consent.example/v1/receipts/event-6",
        "http://localhost:8081/, http://localhost:8081/v1/receipts/event-6",
        "https://example.com/consent/, https://example.com/consent/v1/receipts/event-6",
    })
    void aLinkLeadsToConsentQuery(String url, String link) {
        assertThat(ReceiptLinks.at(url).to(List.of(RecordingDesk.event(6)))).containsExactly(link);
    }

    @Test
    void withoutAnAddressItBeginsWithItsPath() {
        assertThat(ReceiptLinks.at("").to(List.of(RecordingDesk.event(6)))).containsExactly("/v1/receipts/event-6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent.example", "ftp://consent.example", "https://", "https://a b", "https://a?b", " "})
    void aWrongAddressStopsTheStart(String url) {
        assertThatThrownBy(() -> ReceiptLinks.at(url))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_QUERY_URL must be");
    }
}
