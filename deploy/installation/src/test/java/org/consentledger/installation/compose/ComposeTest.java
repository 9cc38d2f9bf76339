package org.consentledger.installation.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.consentledger.installation.source.Sources;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final String FOLDER = "deploy/compose";
    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:v?\\d+\\.\\d+(\\.\\d+)?");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|KEY");
    private static final Set<String> RUN_ONCE = Set.of("secrets", "migration");
    private static final Set<String> OURS = Set.of("migration", "consent-command", "consent-query");

    /** Which volume holds what is made for whom, and the one service besides its maker that has it. */
    private static final Map<String, String> SECRETS_OF = Map.of(
            "secrets-database", "database",
            "secrets-migration", "migration",
            "secrets-command", "consent-command",
            "secrets-query", "consent-query",
            "secrets-grafana", "grafana",
            "issuer", "issuer");

    private final JsonNode compose = new ObjectMapper()
            .valueToTree(Sources.yaml(Sources.path(FOLDER + "/compose.yaml")).getFirst());

    @Test
    void it_is_a_compose_file_and_every_word_of_it_is_known() {
        assertThat(schemaErrors(compose.toString())).isEmpty();
    }

    @Test
    void a_misspelt_word_is_noticed() {
        assertThat(schemaErrors(compose.toString().replace("\"read_only\"", "\"readonly\"")))
                .isNotEmpty();
    }

    private static List<String> schemaErrors(String document) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        ComposeTest.class.getResourceAsStream("/org/consentledger/installation/compose.schema.json"));
        return schema.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void nobody_is_root_or_writes_to_its_own_files_or_has_a_capability() {
        each((name, service) -> {
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(service.path("user").asText()).as(name).matches("[1-9]\\d*:\\d+");
            assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(service.has("cap_add")).as(name).isFalse();
            assertThat(service.has("privileged")).as(name).isFalse();
            assertThat(texts(service.path("security_opt"))).as(name).containsExactly("no-new-privileges:true");
        });
    }

    @Test
    void everybody_has_limits() {
        each((name, service) -> {
            assertThat(service.path("mem_limit").asText()).as(name).matches("\\d+[mg]");
            assertThat(service.path("pids_limit").asInt()).as(name).isPositive();
            assertThat(service.path("logging").path("options").path("max-size").asText())
                    .as(name)
                    .isNotEmpty();
        });
        for (var service : OURS) {
            assertThat(service(service).path("mem_limit").asText())
                    .as("the heap is 43.75 %% of this")
                    .isEqualTo("512m");
        }
    }

    @Test
    void whoever_goes_on_is_started_again_and_watched() {
        each((name, service) -> {
            if (RUN_ONCE.contains(name)) {
                assertThat(service.has("restart")).as(name).isFalse();
            } else {
                assertThat(service.path("restart").asText()).as(name).isEqualTo("unless-stopped");
                assertThat(service.path("healthcheck").path("test").isArray())
                        .as(name)
                        .isTrue();
            }
        });
        assertThat(service("consent-command").path("stop_grace_period").asText())
                .isEqualTo("60s");
        assertThat(service("consent-query").path("stop_grace_period").asText()).isEqualTo("60s");
    }

    @Test
    void only_this_machine_reaches_it() {
        each((name, service) -> texts(service.path("ports"))
                .forEach(port -> assertThat(port).as(name).matches("127\\.0\\.0\\.1:\\d+:\\d+")));
        assertThat(compose.path("networks").path("database").path("internal").asBoolean())
                .isTrue();
        each((name, service) -> assertThat(texts(service.path("networks")).contains("database"))
                .as(name + " reaches the database")
                .isEqualTo(OURS.contains(name) || name.equals("database")));
    }

    /** Names of two networks resolve to either address: only one may be shared with whoever may read metrics. */
    @Test
    void prometheus_comes_from_the_network_that_may_read_metrics() {
        var subnet = compose.at("/networks/monitoring/ipam/config/0/subnet").asText();
        for (var service : List.of("consent-command", "consent-query")) {
            assertThat(service(service).at("/environment/LEDGER_METRICS_FROM").asText())
                    .isEqualTo(subnet)
                    .isNotEmpty();
            var shared = new TreeSet<>(texts(service(service).path("networks")));
            shared.retainAll(texts(service("prometheus").path("networks")));
            assertThat(shared).containsExactly("monitoring");
        }
        each((name, service) -> assertThat(texts(service.path("networks")).contains("monitoring"))
                .as(name)
                .isEqualTo(
                        Set.of("consent-command", "consent-query", "prometheus").contains(name)));
    }

    @Test
    void every_image_is_ours_or_pinned() {
        each((name, service) ->
                assertThat(service.path("image").asText()).as(name).matches(PINNED));
        for (var service : List.of("secrets", "consent-command", "consent-query")) {
            var build = service(service).path("build");
            assertThat(Sources.text("deploy/images/Dockerfile"))
                    .contains(" AS " + build.path("target").asText() + "\n");
            assertThat(Sources.path(FOLDER)
                            .resolve(build.path("context").asText())
                            .normalize())
                    .isEqualTo(Sources.path("").normalize());
            assertThat(build.path("dockerfile").asText()).isEqualTo("deploy/images/Dockerfile");
        }
    }

    @Test
    void no_secret_stands_in_it() {
        each((name, service) -> service.path("environment").properties().forEach(variable -> {
            if (SECRET.matcher(variable.getKey()).find()) {
                assertThat(variable.getValue().asText()).as(variable.getKey()).startsWith("/run/secrets/");
            }
        }));
    }

    @Test
    void every_secret_is_given_to_whom_it_was_made_for_and_to_nobody_else() {
        each((name, service) -> texts(service.path("volumes")).forEach(volume -> {
            var parts = volume.split(":", -1);
            if (SECRETS_OF.containsKey(parts[0]) && !name.equals("secrets")) {
                assertThat(name).as(volume).isEqualTo(SECRETS_OF.get(parts[0]));
                assertThat(name.equals("issuer") || parts[parts.length - 1].equals("ro"))
                        .as(volume + " is only read")
                        .isTrue();
            }
        }));
        assertThat(texts(service("secrets").path("volumes")))
                .extracting(volume -> volume.split(":", -1)[0])
                .containsExactlyInAnyOrderElementsOf(SECRETS_OF.keySet());
    }

    @Test
    void every_file_of_a_secret_that_is_named_is_made() {
        var folders = Map.of(
                "migration",
                "migration",
                "consent-command",
                "consent-command",
                "consent-query",
                "consent-query",
                "database",
                "database",
                "grafana",
                "grafana");
        each((name, service) -> service.path("environment").properties().forEach(variable -> {
            var value = variable.getValue().asText();
            if (value.startsWith("/run/secrets/")) {
                assertThat(Sources.SECRETS.get(folders.get(name)))
                        .as(variable.getKey())
                        .contains(value.substring(value.lastIndexOf('/') + 1));
            }
        }));
    }

    @Test
    void every_setting_is_documented() {
        for (var service : OURS) {
            assertThat(service(service).path("environment").properties())
                    .extracting(Map.Entry::getKey)
                    .filteredOn(name -> !name.startsWith("SPRING_"))
                    .isSubsetOf(Sources.settings());
        }
    }

    @Test
    void whatever_is_named_is_there() {
        each((name, service) -> {
            assertThat(service.path("depends_on").properties())
                    .extracting(Map.Entry::getKey)
                    .as(name)
                    .allSatisfy(other ->
                            assertThat(compose.path("services").has(other)).isTrue());
            assertThat(texts(service.path("networks")))
                    .allSatisfy(network ->
                            assertThat(compose.path("networks").has(network)).isTrue());
            texts(service.path("volumes")).forEach(volume -> {
                var source = volume.split(":", -1)[0];
                if (source.startsWith(".")) {
                    assertThat(Sources.path(FOLDER).resolve(source)).as(volume).exists();
                } else {
                    assertThat(compose.path("volumes").has(source)).as(volume).isTrue();
                }
            });
        });
    }

    private interface Check {
        void of(String name, JsonNode service);
    }

    private void each(Check check) {
        var services = compose.path("services").properties();
        assertThat(services).isNotEmpty();
        services.forEach(service -> check.of(service.getKey(), service.getValue()));
    }

    private JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private static List<String> texts(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}
