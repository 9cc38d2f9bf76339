package org.consentledger.installation.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.installation.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    private static final Set<String> SECTIONS = Set.of("Unit", "Service", "Install");

    /** What systemd 252 knows of what a unit of ours may have; a directive that it does not know it only warns of. */
    private static final Set<String> KNOWN = Set.of(
            "Type",
            "SuccessExitStatus",
            "EnvironmentFile",
            "Environment",
            "LoadCredential",
            "ExecStart",
            "Restart",
            "RestartSec",
            "TimeoutStopSec",
            "TimeoutStartSec",
            "MemoryMax",
            "TasksMax",
            "LimitNOFILE",
            "StateDirectory",
            "StateDirectoryMode",
            "DynamicUser",
            "UMask",
            "NoNewPrivileges",
            "CapabilityBoundingSet",
            "AmbientCapabilities",
            "ProtectSystem",
            "ProtectHome",
            "ProtectProc",
            "ProtectClock",
            "ProtectHostname",
            "ProtectKernelLogs",
            "ProtectKernelModules",
            "ProtectKernelTunables",
            "ProtectControlGroups",
            "PrivateTmp",
            "PrivateDevices",
            "PrivateUsers",
            "DevicePolicy",
            "RestrictAddressFamilies",
            "RestrictNamespaces",
            "RestrictRealtime",
            "RestrictSUIDSGID",
            "RemoveIPC",
            "LockPersonality",
            "KeyringMode",
            "SystemCallArchitectures",
            "SystemCallFilter",
            "SystemCallErrorNumber");

    /** By unit, the folder of secrets that it is handed. */
    private static final Map<String, String> FOLDERS = Map.of(
            "consent-command", "consent-command", "consent-query", "consent-query", "consent-migration", "migration");

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query", "consent-migration"})
    void every_directive_is_known(String name) {
        var unit = Unit.of(name + ".service");

        assertThat(unit.sections().keySet()).isSubsetOf(SECTIONS);
        assertThat(unit.sections().get("Service").keySet()).isSubsetOf(KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query", "consent-migration"})
    void a_unit_is_contained(String name) {
        var unit = Unit.of(name + ".service");

        for (var on : List.of(
                "DynamicUser",
                "NoNewPrivileges",
                "PrivateTmp",
                "PrivateDevices",
                "PrivateUsers",
                "ProtectHome",
                "ProtectKernelTunables",
                "ProtectControlGroups",
                "RestrictNamespaces",
                "RestrictSUIDSGID")) {
            assertThat(unit.service(on)).as(on).containsExactly("yes");
        }
        assertThat(unit.service("ProtectSystem")).containsExactly("strict");
        assertThat(unit.service("CapabilityBoundingSet")).containsExactly("");
        assertThat(unit.service("RestrictAddressFamilies")).containsExactly("AF_INET AF_INET6 AF_UNIX");
        assertThat(unit.service("MemoryMax")).containsExactly("512M");
        assertThat(unit.service("SystemCallFilter")).contains("@system-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query"})
    void a_service_is_started_again_and_gets_the_time_to_end(String name) {
        var unit = Unit.of(name + ".service");

        assertThat(unit.service("Restart")).containsExactly("on-failure");
        assertThat(unit.service("TimeoutStopSec")).containsExactly("60");
        assertThat(unit.service("SuccessExitStatus")).containsExactly("143");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query", "consent-migration"})
    void secrets_come_as_credentials_and_all_that_are_named_are_handed_over(String name) {
        var unit = Unit.of(name + ".service");
        var credentials = unit.service("LoadCredential").stream()
                .map(credential -> credential.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

        assertThat(credentials.keySet()).isSubsetOf(Sources.SECRETS.get(FOLDERS.get(name)));
        credentials.forEach((credential, file) ->
                assertThat(file).isEqualTo("/etc/consent-ledger/secrets/" + FOLDERS.get(name) + "/" + credential));
        assertThat(credentials).containsKey("LEDGER_DB_PASSWORD");
        assertThat(unit.environment()).containsEntry("SPRING_CONFIG_IMPORT", "configtree:%d/");
        unit.environment().forEach((variable, value) -> {
            if (value.startsWith("%d/")) {
                assertThat(credentials).as(variable).containsKey(value.substring(3));
            }
        });
    }

    @Test
    void consent_query_keeps_its_checkpoint_on_a_disk_that_stays() {
        var unit = Unit.of("consent-query.service");

        assertThat(unit.service("StateDirectory")).containsExactly("consent-query");
        assertThat(unit.environment()).containsEntry("LEDGER_CHECKPOINT_FILE", "%S/consent-query/checkpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query", "consent-migration"})
    void every_setting_is_documented(String name) {
        var unit = Unit.of(name + ".service");
        assertThat(unit.environment().keySet())
                .filteredOn(variable -> variable.startsWith("LEDGER_"))
                .isSubsetOf(Sources.settings());

        assertThat(unit.service("EnvironmentFile")).singleElement().satisfies(file -> {
            var example = Sources.text("deploy/systemd/" + file.substring(file.lastIndexOf('/') + 1));
            var variables = variables(example).toList();
            assertThat(variables).isNotEmpty().isSubsetOf(Sources.settings());
            assertThat(variables)
                    .as("secrets are credentials")
                    .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET|KEY).*"));
        });
    }

    private static Stream<String> variables(String example) {
        return example.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0]);
    }
}
