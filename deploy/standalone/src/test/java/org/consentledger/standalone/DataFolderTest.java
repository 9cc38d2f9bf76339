package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void it_is_made_when_it_is_not_there() throws IOException {
        try (var _ = DataFolder.open(folder.resolve("a/b"))) {
            assertThat(folder.resolve("a/b")).isDirectory();
        }
    }

    @Test
    void a_second_run_is_refused_and_told_who_has_it() throws IOException {
        try (var _ = DataFolder.open(folder)) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .withMessageStartingWith("LEDGER_DATA=" + folder + " is in use by another run (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void it_is_free_again_when_the_run_is_over() throws IOException {
        DataFolder.open(folder).close();

        DataFolder.open(folder).close();
    }

    @Test
    void what_is_no_folder_is_told() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessageStartingWith("LEDGER_DATA=" + file + " cannot be written")
                .satisfies(refused -> assertThat(refused.exitStatus()).isEqualTo(1));
    }
}
