package org.consentledger.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.consentledger.ledger.start.DatabaseLogin;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.log.note.SigningKey;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database, on a server prepared as the documentation asks of an operator: the owner is no superuser and makes
 * no roles, and each service has a login of its own.
 */
public record LedgerDatabase(String url) {

    public static final String OWNER = "ledger_owner";

    public static final String OWNER_PASSWORD = "planted-owner";

    /** Few, so that what is tested happens across partitions. */
    public static final int EVENTS_PER_PARTITION = 1_000;

    /** Whoever brings a server up; no part of the ledger ever connects so. */
    private static final String ADMINISTRATOR = "postgres";

    private static final String LOGINS = """
            CREATE ROLE ledger_writer;
            CREATE ROLE ledger_reader;
            CREATE ROLE ledger_owner LOGIN PASSWORD 'planted-owner' IN ROLE ledger_reader;
            CREATE ROLE consent_command LOGIN PASSWORD 'planted-command' IN ROLE ledger_writer;
            CREATE ROLE consent_query LOGIN PASSWORD 'planted-query' IN ROLE ledger_reader;
            """;

    private static final Map<String, Path> SIGNING_KEYS = new ConcurrentHashMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The one PostgreSQL that all tests of a JVM share. */
    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();

        static {
            prepare(SERVER);
        }
    }

    public static LedgerDatabase fresh() {
        return create(Shared.SERVER);
    }

    /** A database on a server of the test's own. */
    public static LedgerDatabase on(EmbeddedPostgres server) {
        prepare(server);
        return create(server);
    }

    private static void prepare(EmbeddedPostgres server) {
        execute(server, LOGINS);
    }

    private static LedgerDatabase create(EmbeddedPostgres server) {
        var name = "ledger_" + COUNT.incrementAndGet();
        execute(server, "CREATE DATABASE " + name + " OWNER " + OWNER);
        execute(server, "ALTER DATABASE " + name + " SET ledger.events_per_partition = " + EVENTS_PER_PARTITION);
        return new LedgerDatabase("jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    /** What is in {@link #subjectKeyFile}. */
    public static byte[] subjectKey() {
        return Planted.SUBJECT_KEY.getBytes(StandardCharsets.UTF_8);
    }

    /** A subject key for tests, in a file as the services expect it. */
    public static Path subjectKeyFile() {
        return keyFile("subject", Planted.SUBJECT_KEY);
    }

    /** A key-encryption key for tests, in a file as the services expect it. */
    public static Path keyEncryptionKeyFile() {
        return keyFile("kek", Planted.KEY_ENCRYPTION_KEY);
    }

    private static Path keyFile(String name, String key) {
        try {
            var file = Files.createTempFile(name, ".key");
            Files.writeString(file, key);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of one database's log, in a file as the services expect it; the same for every service on it. */
    public Path signingKeyFile() {
        return SIGNING_KEYS.computeIfAbsent(url, log -> {
            try {
                var folder = Files.createTempDirectory("log");
                folder.toFile().deleteOnExit();
                return Files.writeString(
                        folder.resolve("signing.key"),
                        SigningKey.generate("test.example/ledger").secret() + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** As the owner of the tables: to bring them up to date, to look, and to do what no service could. */
    public DataSource dataSource() {
        return as(OWNER, OWNER_PASSWORD);
    }

    /** As one of the services, in its role. */
    public DataSource dataSource(DatabaseRole role) {
        var login = login(role);
        var dataSource = as(login.user(), login.password());
        dataSource.setOptions("-c role=" + role.sqlName());
        return dataSource;
    }

    /** For what concerns the server. */
    public DataSource administrator() {
        return as(ADMINISTRATOR, ADMINISTRATOR);
    }

    private PGSimpleDataSource as(String user, String password) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** The server's port on this machine. */
    public int port() {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    /** What a service logs in with. */
    public DatabaseLogin login(DatabaseRole role) {
        return switch (role) {
            case WRITER -> new DatabaseLogin(url, "consent_command", "planted-command");
            case READER -> new DatabaseLogin(url, "consent_query", "planted-query");
        };
    }

    /** What a service needs to run on this database and to make its tables, as Spring properties. */
    public Map<String, Object> properties(DatabaseRole role) {
        var login = login(role);
        var properties = new HashMap<String, Object>(Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                login.user(),
                "spring.datasource.password",
                login.password(),
                "ledger.owner.user",
                OWNER,
                "ledger.owner.password",
                OWNER_PASSWORD,
                "ledger.subject-key-file",
                subjectKeyFile().toString(),
                "ledger.key-encryption-key",
                keyEncryptionKeyFile().toString()));
        if (role == DatabaseRole.READER) {
            properties.put("log.signing-key-file", signingKeyFile().toString());
        }
        return properties;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(FreePort.find())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
