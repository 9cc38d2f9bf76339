package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What compose runs instead of an OpenID provider: with secrets that were made before, as a process of its own. */
@Timeout(300)
class IssuerAloneTest {

    private static final int TOLD_TO_END = 143;

    @TempDir
    Path root;

    @Test
    void it_issues_tokens_that_services_know_by_the_key_they_were_handed() throws Exception {
        var environment = new HashMap<>(FreePorts.environment());
        environment.put("LEDGER_DATA", root.resolve("issuer").toString());
        var issuer = "http://localhost:" + environment.get("ISSUER_PORT");
        try (var secrets = LedgerProcess.start(environment, "secrets", root.toString())) {
            assertThat(secrets.exitStatus()).as(secrets.text()).isZero();
        }

        try (var process = LedgerProcess.start(environment, "issuer").await("the issuer " + issuer)) {
            var description = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(description.statusCode()).isEqualTo(200);
            assertThat(JsonMapper.shared()
                            .readTree(description.body())
                            .path("issuer")
                            .asString())
                    .isEqualTo(issuer);

            var token = SignedJWT.parse(
                    Files.readString(root.resolve("issuer/tokens/writer")).strip());
            var handed = JWKSet.parse(Files.readString(root.resolve("consent-query/issuer.jwks")));
            assertThat(token.verify(
                            new ECDSAVerifier(handed.getKeys().getFirst().toECKey())))
                    .isTrue();
            assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(issuer);

            process.interrupt();
            assertThat(process.exitStatus()).as(process.text()).isEqualTo(TOLD_TO_END);
        } finally {
            LedgerLogs.keep(root.resolve("issuer"), "it_issues_tokens_alone");
        }
    }
}
