package org.consentledger.installation.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consentledger.installation.source.Sources;

/**
 * An overlay with its base: what would be applied, but for replicas and names of images.
 *
 * @param folder its own
 * @param kustomizations its own, and before it those it is built on, by their folders
 * @param manifests all resources
 */
record Overlay(Path folder, Map<Path, Kustomization> kustomizations, List<HasMetadata> manifests) {

    static Overlay of(String name) {
        var folder = Sources.path("deploy/kubernetes/overlays").resolve(name);
        var overlay = new Overlay(folder, new LinkedHashMap<>(), new ArrayList<>());
        overlay.add(folder);
        return overlay;
    }

    private void add(Path folder) {
        var kustomization = Manifests.kustomization(
                Sources.yaml(folder.resolve("kustomization.yaml")).getFirst());
        for (var resource : kustomization.resources()) {
            var path = folder.resolve(resource).normalize();
            if (Files.isDirectory(path)) {
                add(path);
            } else {
                Sources.yaml(path).forEach(document -> manifests.add(Manifests.read(document)));
            }
        }
        kustomizations.put(folder, kustomization);
    }

    Kustomization own() {
        return kustomizations.get(folder);
    }

    List<HasMetadata> workloads() {
        return manifests.stream()
                .filter(manifest -> Manifests.pod(manifest).isPresent())
                .toList();
    }

    <T> List<T> all(Class<T> type) {
        return manifests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Keys and values of a generated config map; files have none. */
    Map<String, String> configuration(String name) {
        var found = new TreeMap<String, String>();
        for (var kustomization : kustomizations.values()) {
            for (var map : kustomization.configMapGenerator()) {
                if (map.name().equals(name)) {
                    found.putAll(map.literals().stream()
                            .map(literal -> literal.split("=", 2))
                            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
                    map.files().forEach(file -> found.put(file, ""));
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
