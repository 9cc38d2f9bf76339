package org.consentledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service that lacks a setting does not start, and says in one sentence what it lacks. */
class StartTest {

    @Test
    void aDatabaseIsNeeded() {
        startsNotWith(Map.of("spring.datasource.url", ""), "LEDGER_DB_URL");
    }

    @Test
    void theDatabaseMustAnswer() {
        startsNotWith(
                Map.of(
                        "spring.datasource.url", "jdbc:postgresql://localhost:1/ledger",
                        "spring.datasource.hikari.connection-timeout", "250"),
                "cannot be prepared: ");
    }

    @Test
    void theUrlTellsTheDatabaseAndNoLogin() {
        startsNotWith(
                Map.of("spring.datasource.url", "jdbc:postgresql://localhost:1/ledger?user=planted"),
                "LEDGER_DB_URL sets user");
    }

    @Test
    void ofSeveralHostsThePrimaryIsWorkedWith() {
        startsNotWith(
                Map.of("spring.datasource.url", "jdbc:postgresql://localhost:1,localhost:2/ledger?connectTimeout=1"),
                "end it with ?targetServerType=primary");
    }

    @Test
    void theTablesMustBeThereUnlessTheirOwnerIsKnown() {
        startsNotWith(
                Map.of("ledger.owner.user", "", "ledger.owner.password", ""),
                "start it once with LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD");
    }

    @Test
    void anOwnersPasswordNeedsAnOwner() {
        startsNotWith(Map.of("ledger.owner.user", ""), "LEDGER_DB_OWNER_USER is not");
    }

    @Test
    void itDoesNotWorkAsTheOwner() {
        startsNotWith(
                Map.of(
                        "spring.datasource.username",
                        LedgerDatabase.OWNER,
                        "spring.datasource.password",
                        LedgerDatabase.OWNER_PASSWORD),
                "it owns the table ledger.event; set LEDGER_DB_USER");
    }

    @Test
    void itDoesNotWorkAsTheOtherService() {
        startsNotWith(Map.of("spring.datasource.username", "consent_query"), "it can act as ledger_reader");
    }

    @Test
    void aSubjectKeyIsNeeded() {
        startsNotWith(Map.of("ledger.subject-key-file", ""), "LEDGER_SUBJECT_KEY_FILE");
        startsNotWith(Map.of("ledger.key-encryption-key", ""), "LEDGER_KEY_ENCRYPTION_KEY");
    }

    @Test
    void somebodyMustIssueTokens() {
        startsNotWith(Map.of("access.issuer", ""), "LEDGER_ISSUER is not set");
        startsNotWith(Map.of("access.jwk-set-file", ""), "LEDGER_ISSUER is no address with https");
        startsNotWith(
                Map.of("access.jwk-set-file", "", "access.issuer", "http://login.example.com"),
                "LEDGER_ISSUER is no address with https");
        startsNotWith(Map.of("access.jwk-set-file", "/no/such/keys.json"), "LEDGER_JWK_SET_FILE cannot be read");
        startsNotWith(Map.of("access.audience", ""), "LEDGER_AUDIENCE");
        startsNotWith(Map.of("access.metrics-from", "prometheus"), "LEDGER_METRICS_FROM");
    }

    @Test
    void spansNeedACollectorAndAShare() {
        startsNotWith(Map.of("traces.url", "collector:4318"), "LEDGER_TRACES_URL must be");
        startsNotWith(Map.of("traces.sampled", "10%"), "is no number from 0 to 1.");
    }

    @Test
    void callersAndOperatorsHavePortsOfTheirOwn() {
        startsNotWith(
                Map.of("server.port", "18080", "management.server.port", "18080"),
                "COMMAND_PORT and COMMAND_MANAGEMENT_PORT are both 18080");
    }

    @Test
    void theLegalRegisterMustExist() {
        startsNotWith(Map.of("ledger.legal-register", "/no/such/register.yaml"), "cannot be read");
    }

    private static void startsNotWith(Map<String, Object> setting, String saying) {
        var properties = new HashMap<>(LedgerDatabase.fresh().properties(DatabaseRole.WRITER));
        properties.putAll(TestIssuer.properties());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.putAll(setting);
        var arguments = properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);

        var thrown =
                catchThrowable(() -> ConsentCommand.application().run(arguments).close());

        assertThat(settingException(thrown)).hasMessageContaining(saying);
    }

    private static @Nullable Throwable settingException(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingException) {
                return cause;
            }
        }
        return null;
    }
}
