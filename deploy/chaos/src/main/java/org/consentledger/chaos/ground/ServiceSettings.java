package org.consentledger.chaos.ground;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.chaos.call.Credentials;
import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.chaos.clock.ShiftedClock;
import org.consentledger.standalone.postgres.Database;

/** How a service is started: the one place that knows command line and environment. */
final class ServiceSettings {

    private final Secrets secrets;
    private final Path folder;
    private final Database owner;
    private final Map<String, String> ofQuery;

    /**
     * The settings of one run.
     *
     * @param owner of the tables; by its URL the services do not connect, but through a proxy
     * @param ofQuery more variables of consent-query
     */
    ServiceSettings(Secrets secrets, Path folder, Database owner, Map<String, String> ofQuery) {
        this.ofQuery = Map.copyOf(ofQuery);
        this.secrets = secrets;
        this.folder = folder;
        this.owner = owner;
    }

    /** On the class path of this process. Three of them share a machine with everything else here, so they are to be small. */
    static List<String> command(ServiceKind kind, ClockShift clock) {
        return command(System.getProperty("java.class.path"), kind.mainClass(clock), clock);
    }

    /** The same, with classes of the next release before those of this one. */
    static List<String> command(ServiceKind kind, ClockShift clock, Path nextRelease) {
        var classPath = nextRelease + File.pathSeparator + System.getProperty("java.class.path");
        return command(classPath, kind.mainClassOfNextRelease(), clock);
    }

    private static List<String> command(String classPath, String mainClass, ClockShift clock) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + ShiftedClock.PROPERTY + "=" + clock.shift(),
                "-cp",
                classPath,
                mainClass);
    }

    Map<String, String> environment(ServiceKind kind, String name, Ports ports, List<Integer> databasePorts) {
        var environment = new HashMap<>(Map.of(
                kind.prefix() + "_PORT",
                Integer.toString(ports.main()),
                kind.prefix() + "_MANAGEMENT_PORT",
                Integer.toString(ports.management()),
                "LEDGER_DB_URL",
                Postgres.url(databasePorts),
                "LEDGER_DB_USER",
                kind.login(),
                "LEDGER_DB_PASSWORD",
                owner.password(),
                "LEDGER_DB_OWNER_USER",
                owner.user(),
                "LEDGER_DB_OWNER_PASSWORD",
                owner.password(),
                "LEDGER_DB_POOL",
                Integer.toString(kind.pool()),
                "LEDGER_SUBJECT_KEY_FILE",
                secrets.subjectKey().toString(),
                "LEDGER_KEY_ENCRYPTION_KEY",
                secrets.keyEncryptionKey().toString()));
        environment.put("LEDGER_ISSUER", Credentials.issuer());
        environment.put("LEDGER_JWK_SET_FILE", secrets.jwkSet().toString());
        environment.put("HTTP_DRAIN_DELAY", "1s");
        environment.put("SERVER_ADDRESS", Ports.ADDRESS);
        environment.put("MANAGEMENT_SERVER_ADDRESS", Ports.ADDRESS);
        if (kind == ServiceKind.QUERY) {
            environment.put("LEDGER_SIGNING_KEY_FILE", secrets.signingKey().toString());
            environment.put(
                    "LEDGER_CHECKPOINT_FILE",
                    folder.resolve(name + ".checkpoint").toString());
            environment.putAll(ofQuery);
        }
        return environment;
    }
}
