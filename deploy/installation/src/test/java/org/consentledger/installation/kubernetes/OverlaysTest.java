package org.consentledger.installation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.consentledger.installation.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name in an overlay leads to something. */
class OverlaysTest {

    private static final String SECRETS = "/run/secrets/";

    /** By the name of the Secret, the folder that it is made of. */
    private static final Map<String, String> FOLDERS = Map.of(
            "consent-command", "consent-command",
            "consent-query", "consent-query",
            "consent-migration", "migration",
            "consent-database", "database");

    static Stream<Overlay> overlays() throws IOException {
        try (var folders = Files.list(Sources.path("deploy/kubernetes/overlays"))) {
            return folders.map(folder -> Overlay.of(folder.getFileName().toString())).toList().stream();
        }
    }

    @Test
    void both_overlays_are_looked_at() throws IOException {
        assertThat(overlays()).extracting(Overlay::toString).containsExactlyInAnyOrder("production", "trial");
    }

    @Test
    void a_misspelt_field_is_noticed() {
        var document = new HashMap<>(Sources.yaml(Sources.path("deploy/kubernetes/base/consent-command.yaml"))
                .getFirst());
        assertThat(Manifests.read(document).getKind()).isEqualTo("Deployment");

        document.put("spec", Map.of("replicas", 1, "revisionHistoryLimt", 5));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifests.read(document))
                .withMessageContaining("revisionHistoryLimt");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothing_is_there_twice_and_the_namespace_is(Overlay overlay) {
        assertThat(overlay.manifests())
                .extracting(manifest ->
                        manifest.getKind() + " " + manifest.getMetadata().getName())
                .doesNotHaveDuplicates();
        assertThat(overlay.all(Namespace.class)).singleElement().satisfies(namespace -> {
            assertThat(namespace.getMetadata().getName())
                    .isEqualTo(overlay.own().namespace());
            assertThat(namespace.getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_patch_is_of_something_that_is_there_and_changes_the_number_of_nodes_alone(Overlay overlay) {
        for (var patch : overlay.own().patches()) {
            for (var document : Sources.yaml(overlay.folder().resolve(patch.path()))) {
                var target = Manifests.read(document);
                assertThat(overlay.workloads()).extracting(OverlaysTest::name).contains(name(target));
                assertThat(document).containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
                assertThat(document.get("spec"))
                        .asInstanceOf(InstanceOfAssertFactories.MAP)
                        .containsOnlyKeys("replicas");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_image_is_pinned(Overlay overlay) {
        var tags = overlay.own().images().stream()
                .collect(Collectors.toMap(Kustomization.Image::name, Kustomization.Image::newTag));
        var used = new HashSet<String>();
        containers(overlay).forEach(container -> {
            used.add(container.getImage());
            assertThat(tags.getOrDefault(
                            container.getImage(), container.getImage().replaceFirst("[^:]+:?", "")))
                    .as(container.getImage())
                    .matches("\\d+\\.\\d+(\\.\\d+)?");
        });
        assertThat(used).as("images that are renamed are used").containsAll(tags.keySet());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_generated_configuration_has_its_files_and_is_used(Overlay overlay) {
        var named = new HashSet<String>();
        overlay.kustomizations()
                .forEach((folder, kustomization) -> kustomization
                        .configMapGenerator()
                        .forEach(map -> {
                            map.files()
                                    .forEach(file ->
                                            assertThat(folder.resolve(file)).isRegularFile());
                            if ("merge".equals(map.behavior())) {
                                assertThat(named).contains(map.name());
                            } else {
                                assertThat(map.behavior()).isNull();
                                assertThat(named.add(map.name())).isTrue();
                            }
                        }));
        var used = new HashSet<String>();
        containers(overlay)
                .flatMap(container -> container.getEnvFrom().stream())
                .forEach(source -> used.add(source.getConfigMapRef().getName()));
        pods(overlay)
                .flatMap(pod -> pod.getVolumes().stream())
                .filter(volume -> volume.getConfigMap() != null)
                .forEach(volume -> used.add(volume.getConfigMap().getName()));
        assertThat(used).isEqualTo(named);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_setting_is_documented_and_no_secret_is_among_them(Overlay overlay) {
        var settings = overlay.configuration("consent-settings");
        assertThat(settings.keySet())
                .filteredOn(name -> !name.startsWith("SPRING_"))
                .isSubsetOf(Sources.settings());
        assertThat(settings).containsKeys("LEDGER_DB_URL", "LEDGER_ISSUER", "LEDGER_SUBJECT_KEY_FILE");
        settings.forEach((name, value) -> {
            if (name.contains("KEY") || name.contains("PASSWORD") || name.contains("SECRET")) {
                assertThat(value).as(name).startsWith(SECRETS);
            }
        });
        containers(overlay).flatMap(container -> container.getEnv().stream()).forEach(variable -> {
            if (variable.getName().startsWith("LEDGER_")) {
                assertThat(Sources.settings()).contains(variable.getName());
            }
            if (variable.getName().matches(".*(PASSWORD|SECRET|KEY).*")) {
                assertThat(variable.getValue()).as(variable.getName()).startsWith(SECRETS);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_file_of_a_secret_that_is_named_is_in_the_secret_that_is_mounted(Overlay overlay) {
        for (var workload : overlay.workloads()) {
            var pod = Manifests.pod(workload).orElseThrow();
            var secrets = new HashMap<String, String>();
            pod.getVolumes().stream()
                    .filter(volume -> volume.getSecret() != null)
                    .forEach(volume ->
                            secrets.put(volume.getName(), volume.getSecret().getSecretName()));
            assertThat(secrets.values()).isSubsetOf(FOLDERS.keySet());
            Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                    .forEach(container -> {
                        var mount = container.getVolumeMounts().stream()
                                .filter(mounted -> secrets.containsKey(mounted.getName()))
                                .toList();
                        assertThat(mount)
                                .as(container.getName())
                                .singleElement()
                                .satisfies(mounted -> {
                                    assertThat(mounted.getReadOnly()).isTrue();
                                    var made = Sources.SECRETS.get(FOLDERS.get(secrets.get(mounted.getName())));
                                    environment(overlay, container).forEach((name, value) -> {
                                        if (value.startsWith(SECRETS)) {
                                            assertThat(value).as(name).startsWith(mounted.getMountPath() + "/");
                                            assertThat(made)
                                                    .as(name + " of " + container.getName())
                                                    .contains(value.substring(mounted.getMountPath()
                                                                    .length()
                                                            + 1));
                                        }
                                    });
                                });
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void the_services_do_not_get_the_owners_password(Overlay overlay) {
        for (var workload : overlay.workloads()) {
            Manifests.pod(workload)
                    .orElseThrow()
                    .getContainers()
                    .forEach(container -> assertThat(container.getVolumeMounts())
                            .extracting(mount -> mount.getName())
                            .doesNotContain("migration-secrets"));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_service_leads_to_a_port_of_its_pods(Overlay overlay) {
        for (var service : overlay.all(Service.class)) {
            var selected = overlay.workloads().stream()
                    .filter(workload -> Manifests.podLabels(workload)
                            .entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet()))
                    .toList();
            assertThat(selected).as(service.getMetadata().getName()).hasSize(1);
            var ports = Manifests.pod(selected.getFirst()).orElseThrow().getContainers().stream()
                    .flatMap(container -> container.getPorts().stream())
                    .collect(Collectors.toMap(port -> port.getName(), port -> port.getContainerPort()));
            service.getSpec()
                    .getPorts()
                    .forEach(port ->
                            assertThat(ports).containsEntry(port.getTargetPort().getStrVal(), port.getPort()));
        }
    }

    @Test
    void the_trial_makes_the_same_logins_as_compose() {
        assertThat(Sources.path("deploy/kubernetes/overlays/trial/roles.sql"))
                .as("Kustomize takes no file from outside of its folder")
                .hasSameBinaryContentAs(Sources.path("deploy/compose/database/roles.sql"));
    }

    private static Map<String, String> environment(Overlay overlay, Container container) {
        var found = new HashMap<String, String>();
        container
                .getEnvFrom()
                .forEach(source -> found.putAll(
                        overlay.configuration(source.getConfigMapRef().getName())));
        container.getEnv().forEach(variable -> found.put(variable.getName(), variable.getValue()));
        return found;
    }

    private static Stream<PodSpec> pods(Overlay overlay) {
        return overlay.workloads().stream()
                .map(workload -> Manifests.pod(workload).orElseThrow());
    }

    private static Stream<Container> containers(Overlay overlay) {
        return pods(overlay)
                .flatMap(pod ->
                        Stream.of(pod.getInitContainers(), pod.getContainers()).flatMap(List::stream));
    }

    private static String name(HasMetadata manifest) {
        return manifest.getKind() + " " + manifest.getMetadata().getName();
    }
}
