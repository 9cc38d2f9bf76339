package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest extends CommandEdgeTest {

    private static final String BODY = """
            {"recipient":"us-hosting","kind":"STANDARD_CLAUSES","reference":"scc-1","withdrawnAt":"2015-10-06T00:00:00Z"}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"a", "order-77:consent", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "!~"})
    void aKeyIsHandedOnAsItIs(String key) {
        send(command("withdraw-safeguard", BODY).header("Idempotency-Key", key));

        assertThat(submitted().idempotencyKey()).isEqualTo(key);
    }

    @Test
    void aKeyMayHaveTwoHundredCharacters() {
        assertThat(keyed("k".repeat(200)).statusCode()).isEqualTo(201);
        assertThat(keyed("k".repeat(201)).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb"})
    void aKeyThatCouldBeMistakenIsTurnedDown(String key) {
        var answer = keyed(key);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(json(answer).at("/errors/0/header").asString()).isEqualTo("Idempotency-Key");
        assertThat(desk.submissions()).isEmpty();
    }

    @Test
    void twoKeysAreNone() {
        var answer = send(command("withdraw-safeguard", BODY)
                .header("Idempotency-Key", "a")
                .header("Idempotency-Key", "b"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(desk.submissions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            {"withdrawnAt":"2015-10-06T00:00:00Z","reference":"scc-1","kind":"STANDARD_CLAUSES","recipient":"us-hosting"}
            {"recipient":"us-hosting","kind":"STANDARD_CLAUSES","reference":"scc\\u002d1","withdrawnAt":"2015-10-06T02:00:00.0000001+02:00"}
            """)
    void howABodyIsWrittenDoesNotMatter(String other) {
        assertThat(digest("withdraw-safeguard", other)).isEqualTo(digest("withdraw-safeguard", BODY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            {"recipient":"us-hosting","kind":"STANDARD_CLAUSES","reference":"scc-2","withdrawnAt":"2015-10-06T00:00:00Z"}
            {"recipient":"us-hosting","kind":"STANDARD_CLAUSES","reference":"scc-1","withdrawnAt":"2015-10-06T00:00:00.000001Z"}
            {"recipient":"us-hosting","kind":"STANDARD_CLAUSES","reference":"scc-1"}
            """)
    void whatABodySaysDoes(String other) {
        assertThat(digest("withdraw-safeguard", other)).isNotEqualTo(digest("withdraw-safeguard", BODY));
    }

    @Test
    void nullIsNothing() {
        assertThat(digest("retire-recipient", "{\"recipient\":\"r\",\"retiredAt\":null}"))
                .isEqualTo(digest("retire-recipient", "{\"recipient\":\"r\"}"));
    }

    @Test
    void theCommandIsPartOfTheRequest() {
        var body = Bodies.COMPLETE.get("refuse-consent");

        assertThat(digest("give-consent", body)).isNotEqualTo(digest("refuse-consent", body));
    }

    /** Digests are stored for ever. If one of these changes, requests sent before the change are no longer recognised. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            give-consent         | 7080ac0d3d6ab1c42f59ff43389931e92ddf4ec61e86ab41a33f69e69f65a353
            object-to-processing | ba9d876493d5e57b39320ff1abf9e0fa95ef432c8a100d7f647068c79ddbf17f
            publish-notice       | d375e184ca82ad676415d60d20923d276cda41f92e71b27d5ee9450cb34cf6c8
            record-safeguard     | 434d674951ed327063833cf8b09bc87dbe41a49b5f50775dc7a575d9a574102d
            record-transfer      | 9d6460d9be13fdeb4568261cad6aa3c86f033e8f3646e6cb54d1cfa572ae3ac2
            refuse-consent       | 68fe000664913e7543ff33d1828138b5bc7c447e641807602eb47c711f65c8dc
            register-recipient   | f18f27410fff7c56746ebcde4f5d321c10a05567232271008cac212d9ece2973
            retire-recipient     | 11bae881fd403e1e5432169ce7383213765d4468eb999110aeabe8a9c3191ece
            revoke-consent       | ae8cdc9e2e06bf743284bc1d9ff638a42157dd2e2d7269d6e9ba42174a3b5ec5
            withdraw-objection   | 542e2fb601c558ae0934483b01a3cb28b8c430ff86735fe2e95cc08b1dbaaee8
            withdraw-safeguard   | bdecc9930ad0f143dec8a7a03a6516b19f357daad20ad7a091b935665462a98a
            """)
    void digestsNeverChange(String command, String digest) {
        assertThat(digest(command, Bodies.COMPLETE.get(command))).isEqualTo(digest);
    }

    private String digest(String command, String body) {
        desk.answering(_ -> RecordingDesk.recorded());
        var answer = post(command, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return submitted().requestSha256();
    }

    private java.net.http.HttpResponse<String> keyed(String key) {
        return send(command("withdraw-safeguard", BODY).header("Idempotency-Key", key));
    }
}
