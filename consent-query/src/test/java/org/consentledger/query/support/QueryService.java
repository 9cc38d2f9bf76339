package org.consentledger.query.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.query.ConsentQuery;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a real database, asked over HTTP. */
public final class QueryService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final Recorder recorder;

    private QueryService(LedgerDatabase database, ConfigurableApplicationContext context) {
        this.context = context;
        this.recorder = new Recorder(database);
    }

    /** One for all tests that only ask; each test has its own subjects. */
    public static QueryService shared() {
        return Shared.SERVICE;
    }

    /** Started when it is first needed, with the catalogue of {@link Facts}. */
    private static final class Shared {
        private static final QueryService SERVICE = on(LedgerDatabase.fresh(), "query.census.interval=1s");

        static {
            SERVICE.recorder.record(Facts.notice("2016-10", "2016-10-01", false));
            SERVICE.recorder.record(Facts.recipient("mailing-house"));
        }
    }

    public static QueryService on(LedgerDatabase database, String... settings) {
        var properties = new HashMap<>(database.properties(DatabaseRole.READER));
        properties.putAll(TestIssuer.properties());
        properties.put("http.drain-delay", "0s");
        for (var setting : settings) {
            properties.remove(setting.substring(0, setting.indexOf('=')));
        }
        var arguments = new ArrayList<String>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new QueryService(database, ConsentQuery.application().run(arguments.toArray(String[]::new)));
    }

    public Recorder recorder() {
        return recorder;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length > 0;
    }

    /** The service's own connections: what it may not do, this may not either. */
    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** An answer to a query, which sees everything recorded so far. */
    public Response get(String path) {
        var separator = path.contains("?") ? "&" : "?";
        return ask(path + separator + "minPosition=" + Math.max(0, recorder.position()));
    }

    /** An answer to exactly this. */
    public Response ask(String path, String... headers) {
        return send(request("server", path, headers).GET());
    }

    /** What a command would be answered here. */
    public Response post(String path) {
        return send(request("server", path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Only the head of an answer. */
    public Response head(String path, String... headers) {
        return send(request("server", path, headers).HEAD());
    }

    public Response manage(String path) {
        return manage("GET", path);
    }

    public Response manage(String method, String path) {
        return send(request("management", path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** As somebody without a token. */
    public Response manageAnonymously(String path, String... headers) {
        var request = HttpRequest.newBuilder(at("management", path));
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** An answer that is read as it comes. */
    public HttpResponse<InputStream> open(String path, String... headers) {
        try {
            return HTTP.send(request("server", path, headers).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String port, String path, String... headers) {
        var request = HttpRequest.newBuilder(at(port, path))
                .header("Authorization", TestIssuer.authorization())
                .header("X-Purpose-Of-Access", "test");
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** Where a query is asked, for whoever says themselves who they are and why they ask. */
    public URI at(String path) {
        return at("server", path);
    }

    private URI at(String port, String path) {
        return URI.create("http://localhost:" + port(port) + path);
    }

    private String port(String name) {
        return context.getEnvironment().getRequiredProperty("local." + name + ".port");
    }

    /** An answer to exactly this request. */
    public static Response send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
