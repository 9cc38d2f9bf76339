package org.consentledger.installation.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.installation.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildRootTest {

    @Test
    void a_wrong_call_is_told_how_to_call_it(@TempDir Path folder) throws Exception {
        assertThat(call()).startsWith("2 usage: deploy/images/build-root");
        assertThat(call("consent-command")).startsWith("2 usage:");
        assertThat(call("consent-guess", folder.toString())).startsWith("2 usage:");
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("mine"));

        assertThat(call("standalone", folder.toString())).contains(folder + " is not empty");
        assertThat(folder).isDirectoryContaining("glob:**mine").isDirectoryNotContaining("glob:**opt");
    }

    private static String call(String... arguments) throws Exception {
        var command =
                new ArrayList<>(List.of(Sources.path("deploy/images/build-root").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + said;
    }
}
