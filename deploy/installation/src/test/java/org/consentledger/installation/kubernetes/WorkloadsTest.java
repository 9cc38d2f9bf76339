package org.consentledger.installation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workload of every overlay is contained, limited, watched and may be moved. */
class WorkloadsTest {

    private static final List<String> SERVICES = List.of("consent-command", "consent-query");

    /** Says that it is going for 5 s, lets requests end for 20 s, and has as long again for all it closes then. */
    private static final long TO_END_SECONDS = 60;

    static Stream<Overlay> overlays() throws Exception {
        return OverlaysTest.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void no_pod_is_root_or_asks_the_cluster(Overlay overlay) {
        assertThat(overlay.workloads()).isNotEmpty();
        for (var workload : overlay.workloads()) {
            var pod = Manifests.pod(workload).orElseThrow();
            var security = pod.getSecurityContext();
            assertThat(security.getRunAsNonRoot()).isTrue();
            assertThat(security.getRunAsUser()).isPositive();
            assertThat(security.getRunAsGroup()).isPositive();
            assertThat(security.getFsGroup()).as("reads its secrets by it").isEqualTo(security.getRunAsGroup());
            assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(overlay.all(ServiceAccount.class)).singleElement().satisfies(account -> {
                assertThat(account.getMetadata().getName()).isEqualTo(pod.getServiceAccountName());
                assertThat(account.getAutomountServiceAccountToken()).isFalse();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void no_container_writes_to_its_own_files_or_has_a_capability(Overlay overlay) {
        containers(overlay).forEach(container -> {
            var security = container.getSecurityContext();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isNullOrEmpty();
            assertThat(security.getPrivileged()).isNull();
            assertThat(container.getVolumeMounts())
                    .extracting(mount -> mount.getMountPath())
                    .contains("/tmp");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_container_asks_for_what_it_needs_and_gets_no_more(Overlay overlay) {
        containers(overlay).forEach(container -> {
            var resources = container.getResources();
            assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
            assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
            if (!container.getName().equals("postgres")) {
                assertThat(resources.getLimits().get("memory").toString())
                        .as("the heap is 43.75 %% of this")
                        .isEqualTo("512Mi");
                assertThat(resources.getRequests().get("memory"))
                        .isEqualTo(resources.getLimits().get("memory"));
            }
        });
        for (var workload : overlay.workloads()) {
            Manifests.pod(workload).orElseThrow().getVolumes().stream()
                    .filter(volume -> volume.getEmptyDir() != null)
                    .forEach(volume -> assertThat(volume.getEmptyDir().getSizeLimit())
                            .as(volume.getName())
                            .isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_node_is_watched_from_its_start_to_its_end(Overlay overlay) {
        for (var workload : overlay.workloads()) {
            var pod = Manifests.pod(workload).orElseThrow();
            assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(TO_END_SECONDS);
            pod.getContainers().forEach(container -> {
                assertThat(container.getStartupProbe()).isNotNull();
                assertThat(container.getLivenessProbe()).isNotNull();
                assertThat(container.getReadinessProbe()).isNotNull();
            });
        }
        for (var service : SERVICES) {
            var container = container(overlay, service);
            assertThat(asks(container.getStartupProbe())).isEqualTo("/actuator/health/liveness management");
            assertThat(asks(container.getLivenessProbe())).isEqualTo("/actuator/health/liveness management");
            assertThat(asks(container.getReadinessProbe())).isEqualTo("/actuator/health/readiness management");
            assertThat(container.getPorts()).extracting(port -> port.getName()).contains("management");
        }
    }

    private static String asks(Probe probe) {
        return probe.getHttpGet().getPath() + " " + probe.getHttpGet().getPort().getStrVal();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void machines_can_be_emptied_one_node_at_a_time(Overlay overlay) {
        for (var workload : overlay.workloads()) {
            var budgets = overlay.all(PodDisruptionBudget.class).stream()
                    .filter(budget -> budget.getSpec()
                            .getSelector()
                            .getMatchLabels()
                            .equals(Map.of(
                                    "app.kubernetes.io/name",
                                    workload.getMetadata().getName())))
                    .toList();
            assertThat(budgets)
                    .as(workload.getMetadata().getName())
                    .singleElement()
                    .satisfies(budget -> assertThat(
                                    budget.getSpec().getMaxUnavailable().getIntVal())
                            .isEqualTo(1));
            var labels = Manifests.podLabels(workload);
            assertThat(labels)
                    .containsEntry(
                            "app.kubernetes.io/name", workload.getMetadata().getName());
            assertThat(Manifests.pod(workload).orElseThrow().getTopologySpreadConstraints())
                    .isNotEmpty()
                    .allSatisfy(spread -> assertThat(labels.entrySet())
                            .containsAll(
                                    spread.getLabelSelector().getMatchLabels().entrySet()));
        }
    }

    /** On a disk that stays, each its own: see LEDGER_CHECKPOINT_FILE. */
    @ParameterizedTest
    @MethodSource("overlays")
    void each_node_of_consent_query_keeps_its_checkpoint(Overlay overlay) {
        var set = overlay.all(StatefulSet.class).stream()
                .filter(workload -> workload.getMetadata().getName().equals("consent-query"))
                .findFirst()
                .orElseThrow();
        var container = container(overlay, "consent-query");
        var file = container.getEnv().stream()
                .filter(variable -> variable.getName().equals("LEDGER_CHECKPOINT_FILE"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var disks = set.getSpec().getVolumeClaimTemplates();

        assertThat(container.getVolumeMounts())
                .filteredOn(mount -> file.startsWith(mount.getMountPath() + "/"))
                .singleElement()
                .satisfies(mount -> assertThat(disks)
                        .extracting(disk -> disk.getMetadata().getName())
                        .contains(mount.getName()));
        assertThat(set.getSpec().getPersistentVolumeClaimRetentionPolicy().getWhenDeleted())
                .isEqualTo("Retain");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_new_release_never_leaves_commands_unanswered(Overlay overlay) {
        assertThat(overlay.all(Deployment.class)).singleElement().satisfies(deployment -> {
            assertThat(deployment.getMetadata().getName()).isEqualTo("consent-command");
            assertThat(deployment
                            .getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal())
                    .isZero();
        });
    }

    private static Container container(Overlay overlay, String name) {
        return containers(overlay)
                .filter(container -> container.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Container> containers(Overlay overlay) {
        return overlay.workloads().stream()
                .map(workload -> Manifests.pod(workload).orElseThrow())
                .flatMap(WorkloadsTest::all);
    }

    private static Stream<Container> all(PodSpec pod) {
        return Stream.of(pod.getInitContainers(), pod.getContainers()).flatMap(List::stream);
    }
}
