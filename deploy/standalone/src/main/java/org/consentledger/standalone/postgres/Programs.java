package org.consentledger.standalone.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL's own programs, in English, and without what the user's environment sets for other servers. */
final class Programs {

    private static final long ROOT = 0;
    private static final long TIDY_UP_SECONDS = 10;

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root looks like nobody. */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private final Path bin;
    private final List<String> launcher;
    private volatile @Nullable Process running;

    private Programs(Path bin, List<String> launcher) {
        this.bin = bin;
        this.launcher = launcher;
    }

    /** @throws PostgresException if this user can never run them here */
    static Programs in(Path home) {
        var bin = home.resolve("bin");
        if (!isRoot()) {
            return new Programs(bin, List.of());
        }
        var probe = new ArrayList<>(AS_NOBODY);
        probe.addAll(List.of("id", "-un"));
        try {
            if (start(probe).waitFor() == 0) {
                return new Programs(bin, AS_NOBODY);
            }
        } catch (IOException e) {
            throw new PostgresException(notAsRoot(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PostgresException(notAsRoot());
    }

    private static boolean isRoot() {
        var isUnix = Path.of("/").getFileSystem().supportedFileAttributeViews().contains("unix");
        return isUnix && new UnixSystem().getUid() == ROOT;
    }

    private static String notAsRoot() {
        return "PostgreSQL does not run as root, and this machine lets nobody make a user namespace (unshare --user):"
                + " run as an ordinary user";
    }

    /** Runs a program to its end, and answers how it ended and what it said. */
    Result run(String program, String... arguments) {
        var command = new ArrayList<>(launcher);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var process = start(command);
            running = process;
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL's program " + command.getLast() + " cannot be run: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException(program + " was interrupted", e);
        } finally {
            running = null;
        }
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Ends the program that runs at the moment, if one does, and lets it tidy up. */
    void interrupt() {
        var process = running;
        if (process != null) {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, TIDY_UP_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /**
     * How a program ended.
     *
     * @param output all it said, possibly nothing
     */
    record Result(int status, String output) {
        boolean failed() {
            return status != 0;
        }
    }
}
