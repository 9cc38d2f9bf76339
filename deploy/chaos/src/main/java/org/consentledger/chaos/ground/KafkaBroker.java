package org.consentledger.chaos.ground;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;

/** A Kafka broker as a process of its own, with a class path of its own, that may be killed and started again. */
public final class KafkaBroker implements AutoCloseable {

    private static final String MAIN = "org.consentledger.broker.Broker";

    private final Path module;
    private final Path folder;
    private final Path log;
    private final Ports ports;
    private @Nullable JavaProcess process;

    private KafkaBroker(Path module, Path folder, Path log) {
        this.module = module;
        this.folder = folder;
        this.log = log;
        this.ports = Ports.free();
    }

    /**
     * Makes room for one.
     *
     * @param module the broker's, built
     * @param target where its log is left
     */
    public static KafkaBroker prepare(Path module, Path target) throws IOException {
        var root = Files.createDirectories(target.toAbsolutePath());
        return new KafkaBroker(module, Files.createTempDirectory(root, "kafka-"), root.resolve("kafka.log"));
    }

    /** On what it left, if it was killed; does not wait. */
    public void start() throws IOException {
        var classPath = module.resolve("target/classes").toAbsolutePath()
                + File.pathSeparator
                + Files.readString(module.resolve("target/class-path")).strip();
        process = JavaProcess.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        MAIN,
                        folder.toString(),
                        Integer.toString(ports.main()),
                        Integer.toString(ports.management())),
                Map.of(),
                log);
    }

    /** Where clients find it, also after it was started again. */
    public String bootstrap() {
        return Ports.ADDRESS + ":" + ports.main();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        PathUtils.deleteDirectory(folder);
    }
}
