package org.consentledger.installation.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.installation.image.Dockerfile.Instruction;
import org.consentledger.installation.image.Dockerfile.Stage;
import org.consentledger.installation.source.Sources;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static final Set<String> KNOWN = Set.of(
            "FROM",
            "WORKDIR",
            "COPY",
            "RUN",
            "ENV",
            "USER",
            "STOPSIGNAL",
            "ENTRYPOINT",
            "CMD",
            "LABEL",
            "EXPOSE",
            "HEALTHCHECK",
            "VOLUME");
    private static final Pattern PINNED = Pattern.compile("[a-z/]+:\\d+\\.\\d+[\\w.-]*");
    private static final Pattern BUILT = Pattern.compile("(deploy/images/build-root) (\\S+) (/roots/\\S+)");
    private static final List<String> IMAGES = List.of("consent-command", "consent-query", "standalone");

    private final Dockerfile dockerfile = Dockerfile.of(Sources.text("deploy/images/Dockerfile"));

    @Test
    void every_instruction_is_one_that_is_meant_to_be_there() {
        assertThat(dockerfile.instructions())
                .extracting(Instruction::name)
                .as("ADD could fetch what nobody pinned; ARG and SHELL change what the others mean")
                .isSubsetOf(KNOWN);
    }

    @Test
    void every_base_is_an_earlier_stage_or_pinned_by_its_version() {
        var earlier = new HashSet<String>();
        for (var stage : dockerfile.stages()) {
            if (!earlier.contains(stage.base())) {
                assertThat(stage.base()).matches(PINNED);
            }
            earlier.add(stage.name());
        }
        assertThat(earlier).containsAll(IMAGES);
    }

    @Test
    void every_image_runs_as_a_numbered_user_who_is_not_root() {
        for (var image : IMAGES) {
            var users = all(image, "USER");
            assertThat(users).as(image).isNotEmpty();
            assertThat(users.getLast().arguments()).as(image).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        }
    }

    @Test
    void the_program_is_process_1_and_gets_the_signal_to_end() {
        for (var image : IMAGES) {
            assertThat(all(image, "ENTRYPOINT"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.arguments())
                            .as("without a shell, which would keep the signal")
                            .startsWith("[\"/opt/java/bin/java\""));
            assertThat(all(image, "STOPSIGNAL"))
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.arguments()).isEqualTo("SIGTERM"));
        }
    }

    @Test
    void what_is_copied_was_built_by_the_script_that_works_without_docker() {
        var build = stage("build");
        var built = build.all("RUN").stream()
                .flatMap(run -> BUILT.matcher(run.arguments()).results())
                .collect(Collectors.toMap(found -> found.group(2), found -> found.group(3)));

        assertThat(built).containsOnlyKeys(IMAGES);
        assertThat(Sources.path("deploy/images/build-root")).isExecutable();
        for (var image : IMAGES) {
            assertThat(all(image, "COPY"))
                    .extracting(Instruction::arguments)
                    .containsExactly("--from=build " + built.get(image) + " /");
        }
        assertThat(build.all("COPY")).extracting(Instruction::arguments).containsExactly(". .");
    }

    @Test
    void a_service_tells_whether_it_is_well_by_a_file_that_is_in_the_image() {
        for (var service : List.of("consent-command", "consent-query")) {
            assertThat(stage(service).all("HEALTHCHECK"))
                    .singleElement()
                    .satisfies(
                            check -> assertThat(check.arguments()).endsWith("CMD [\"/opt/consent-ledger/healthy\"]"));
        }
        assertThat(Sources.text("deploy/images/build-root")).contains("deploy/images/healthy \"$app/healthy\"");
        assertThat(Sources.path("deploy/images/healthy")).isExecutable();
    }

    @Test
    void nothing_built_and_nobodys_data_or_secrets_come_into_the_build() {
        assertThat(Sources.path("deploy/images/Dockerfile.dockerignore"))
                .satisfies(file -> assertThat(Files.readAllLines(file))
                        .contains("**/target", "**/.git", "**/.ledger*", "**/*.log", "**/secrets"));
    }

    private Stage stage(String name) {
        return dockerfile.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Of the stage and those that it is built on, the first one's first. */
    private List<Instruction> all(String image, String name) {
        var stage = stage(image);
        var found = new ArrayList<Instruction>();
        dockerfile.stages().stream()
                .filter(earlier -> earlier.name().equals(stage.base()))
                .forEach(earlier -> found.addAll(earlier.all(name)));
        found.addAll(stage.all(name));
        return found;
    }
}
