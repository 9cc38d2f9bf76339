package org.consentledger.installation.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What of kustomization.yaml the overlays use; they are kept so simple that this is all. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<Labels> labels,
        List<String> resources,
        List<Image> images,
        List<ConfigMap> configMapGenerator,
        List<Patch> patches) {

    record Labels(boolean includeSelectors, boolean includeTemplates, Map<String, String> pairs) {}

    record Image(String name, String newName, String newTag) {}

    record ConfigMap(String name, String behavior, List<String> literals, List<String> files) {

        ConfigMap {
            literals = Objects.requireNonNullElse(literals, List.of());
            files = Objects.requireNonNullElse(files, List.of());
        }
    }

    record Patch(String path) {}

    Kustomization {
        labels = Objects.requireNonNullElse(labels, List.of());
        resources = Objects.requireNonNullElse(resources, List.of());
        images = Objects.requireNonNullElse(images, List.of());
        configMapGenerator = Objects.requireNonNullElse(configMapGenerator, List.of());
        patches = Objects.requireNonNullElse(patches, List.of());
    }
}
