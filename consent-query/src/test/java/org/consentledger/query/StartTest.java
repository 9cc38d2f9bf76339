package org.consentledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.consentledger.http.metrics.MetricsPage;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.QueryService;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;

class StartTest {

    private final QueryService service = QueryService.shared();

    @Test
    void saysInOneSentenceWhatIsMissing() {
        assertThatThrownBy(() -> ConsentQuery.application().run("--server.port=0", "--access.issuer=https://x"))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_DB_URL is not set");
        assertThatThrownBy(() -> QueryService.on(LedgerDatabase.fresh(), "access.issuer="))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_ISSUER is not set");
    }

    @Test
    void doesNotWorkAsWhoeverCouldChangeEvents() {
        for (var user : List.of(LedgerDatabase.OWNER, "postgres")) {
            assertThatThrownBy(() -> QueryService.on(LedgerDatabase.fresh(), "spring.datasource.username=" + user))
                    .hasRootCauseInstanceOf(SettingException.class)
                    .hasRootCauseMessage("consent-query's database login " + user
                            + " could change or remove recorded events: it "
                            + (user.equals("postgres") ? "is a superuser" : "owns the table ledger.event")
                            + "; set LEDGER_DB_USER to one that can't, made by CREATE ROLE consent_query LOGIN PASSWORD"
                            + " '...' IN ROLE ledger_reader;");
        }
    }

    @Test
    void worksInItsRole() {
        assertThat(service.jdbc()
                        .sql("SELECT session_user || ' as ' || current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("consent_query as ledger_reader");
    }

    @Test
    void callsNobody() {
        assertThat(service.has(UpdateCheckerAutoConfiguration.class)).isFalse();
    }

    @Test
    void keepsDetailsOfErrorsOutOfTheLog() {
        var pool = (HikariDataSource) service.bean(DataSource.class);

        assertThat(pool.getDataSourceProperties()).containsEntry("logServerErrorDetail", "false");
        assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
    }

    @Test
    void isHealthy() {
        for (var group : List.of("", "/liveness", "/readiness")) {
            var health = service.manage("/actuator/health" + group);
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.json().get("status").asString()).isEqualTo("UP");
        }
        assertThat(service.manage("/actuator/health/readiness")
                        .json()
                        .get("components")
                        .propertyNames())
                .containsExactlyInAnyOrder("projections", "readinessState");
    }

    @Test
    void tellsHowProjectionsAreOnlyToWhoeverRunsIt() {
        var probe = service.manageAnonymously("/actuator/health/readiness");

        assertThat(probe.status()).isEqualTo(200);
        assertThat(probe.json().propertyNames()).containsExactly("status");
    }

    @Test
    void metricsAreReadFromANetworkThatIsTrusted() {
        assertThat(service.manageAnonymously("/actuator/prometheus").status()).isEqualTo(401);
        try (var trusting = QueryService.on(LedgerDatabase.fresh(), "access.metrics-from=10.0.0.0/8,127.0.0.0/8,::1")) {
            assertThat(trusting.manageAnonymously("/actuator/prometheus").status())
                    .isEqualTo(200);
            assertThat(trusting.manageAnonymously("/actuator/projections").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void keepsItsManagementToItsOwnPort() {
        for (var path : List.of("/actuator/health", "/actuator/projections", "/actuator/prometheus")) {
            assertThat(service.ask(path).status()).isEqualTo(404);
        }
        for (var endpoint : List.of("env", "beans", "heapdump", "shutdown")) {
            assertThat(service.manage("/actuator/" + endpoint).status()).isEqualTo(404);
        }
    }

    @Test
    void measuresRequestsWithoutNamingSubjects() {
        service.get("/v1/subjects/measured-person/consents");

        assertThat(service.manage("/actuator/prometheus").body())
                .contains("uri=\"/v1/subjects/{subject}/consents\"", "jvm_memory_used_bytes", "hikaricp_connections")
                .doesNotContain("measured-person");
    }

    /** The page is what operators know of metrics: nothing of it may be missing, and nothing may be there besides. */
    @Test
    void everyMetricIsWhatItsPageSaysAndNoneIsMissing() {
        service.get("/v1/subjects/measured-person/consents");

        await().untilAsserted(() -> {
            var scrape = service.manage("/actuator/prometheus").body();
            assertThat(MetricsPage.scraped(scrape)).isEqualTo(MetricsPage.of("query"));
            assertThat(MetricsPage.withoutHelp(scrape)).isEmpty();
        });
    }
}
