package org.consentledger.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials (CycloneDX 1.6) that lies in each application, against what lies there. */
class SbomIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";

    @ParameterizedTest
    @ValueSource(
            strings = {"consent-command", "consent-query", "deploy/standalone", "deploy/verifier", "deploy/import"})
    void namesEveryJarOfTheApplicationAndNothingElse(String module) throws IOException {
        try (var application = new JarFile(jar(module).toFile())) {
            var sbom = sbom(application);

            assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(sbom.at("/metadata/component/name").asString()).isEqualTo(module.replace("deploy/", ""));
            assertThat(sbom.at("/metadata/component/type").asString()).isEqualTo("application");
            var libraries = libraries(application);
            assertThat(libraries).isNotEmpty();
            assertThat(named(sbom)).isEqualTo(libraries);
        }
    }

    /** So that the same sources give the same one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"consent-command", "consent-query", "deploy/standalone", "deploy/verifier", "deploy/import"})
    void saysNothingOfThisBuildAlone(String module) throws IOException {
        try (var application = new JarFile(jar(module).toFile())) {
            var sbom = sbom(application);

            assertThat(sbom.has("serialNumber")).isFalse();
            assertThat(sbom.path("metadata").has("timestamp")).isFalse();
        }
    }

    private static Path jar(String module) throws IOException {
        try (var jars = Files.newDirectoryStream(Reactor.root().resolve(module).resolve("target"), "*-exec.jar")) {
            var found = new ArrayList<Path>();
            jars.forEach(found::add);
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    /** Where the manifest says that it is. */
    private static JsonNode sbom(JarFile application) throws IOException {
        var manifest = application.getManifest().getMainAttributes();
        assertThat(manifest.getValue("Sbom-Format")).isEqualTo("CycloneDX");
        assertThat(manifest.getValue("Sbom-Location")).isEqualTo("META-INF/sbom/application.cdx.json");
        try (var content = application.getInputStream(application.getEntry("META-INF/sbom/application.cdx.json"))) {
            return JsonMapper.shared().readTree(content);
        }
    }

    /** SHA-256 by file name of what is listed, without starters: these are empty jars that Spring Boot leaves out. */
    private static Map<String, String> named(JsonNode sbom) {
        var named = new TreeMap<String, String>();
        for (var component : sbom.path("components")) {
            var name = component.path("name").asString();
            if (!name.startsWith("spring-boot-starter")) {
                assertThat(component.path("purl").asString()).startsWith("pkg:maven/");
                assertThat(component.path("licenses").size())
                        .as("licences of " + name)
                        .isPositive();
                named.put(name + "-" + component.path("version").asString() + ".jar", sha256(component));
            }
        }
        return named;
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                .map(hash -> hash.path("content").asString())
                .findFirst()
                .orElse("none");
    }

    private static Map<String, String> libraries(JarFile application) throws IOException {
        var libraries = new TreeMap<String, String>();
        for (var entry : application.stream().toList()) {
            if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
                try (var content = application.getInputStream(entry)) {
                    libraries.put(entry.getName().substring(LIBRARIES.length()), sha256(content));
                }
            }
        }
        return libraries;
    }

    private static String sha256(InputStream content) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
