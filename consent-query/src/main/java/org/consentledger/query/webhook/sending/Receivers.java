package org.consentledger.query.webhook.sending;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages. Connects to addresses that {@link Networks} permit and to no others, follows no redirection, keeps no cookie, knows
 * no proxy, repeats nothing by itself, and reads little of an answer.
 */
public final class Receivers implements AutoCloseable {

    /** As many to one host as to all: many receivers may stand behind one, and those that hang must keep no other waiting. */
    private static final int CONNECTIONS_MAX = 1_000;

    private static final int LINE_MAX = 8 * 1024;
    private static final int HEADERS_MAX = 100;
    private static final int BODY_READ_MAX = 16 * 1024;
    private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(20);

    private final CloseableHttpClient http;
    private final Duration timeout;
    private final Clock clock;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-deadlines").daemon().factory());

    /** @param timeout from before the connection to the end of the answer's head, however slowly it comes */
    public Receivers(Networks networks, Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClients.custom()
                .setConnectionManager(connections(networks, timeout))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(timeout))
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("consent-ledger")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictIdleConnections(IDLE_MAX)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(Networks networks, Duration timeout) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedNames(networks))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LINE_MAX)
                                .setMaxHeaderCount(HEADERS_MAX)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeout))
                        .setSocketTimeout(Timeout.of(timeout))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .build();
    }

    /**
     * Sends a message, once.
     *
     * @throws InterruptedException if the thread was interrupted; whether the receiver has the message is not known then
     */
    public Attempt send(URI receiver, Message message) throws InterruptedException {
        var request = new HttpPost(receiver);
        var now = clock.instant().getEpochSecond();
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", now);
        request.setHeader("webhook-signature", message.signatures(now));
        request.setEntity(new ByteArrayEntity(message.body(), ContentType.parse(message.mediaType())));
        var isOver = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    isOver.set(true);
                    request.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answer(request);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Attempt.Postponed(isOver.get() ? Failure.TIMED_OUT : failure(e), null, null);
        } finally {
            deadline.cancel(false);
        }
    }

    private Attempt answer(HttpPost request) throws IOException {
        var response = http.executeOpen(null, request, null);
        var attempt = Answers.attempt(response.getCode(), retryAfter(response), clock.instant());
        letGo(request, response);
        return attempt;
    }

    private static @Nullable String retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return header == null ? null : header.getValue();
    }

    /** The status says all. A short body is read, so that the connection can be used again; a longer one ends it. */
    private static void letGo(HttpPost request, ClassicHttpResponse response) {
        try (response) {
            var entity = response.getEntity();
            if (entity != null && entity.getContent().readNBytes(BODY_READ_MAX).length == BODY_READ_MAX) {
                request.cancel();
            }
        } catch (IOException e) {
            request.cancel();
        }
    }

    private static Failure failure(IOException e) {
        return switch (e) {
            case RefusedAddressException _ -> Failure.ADDRESS_REFUSED;
            case UnknownHostException _ -> Failure.NO_ADDRESS;
            case SSLException _ -> Failure.TLS_FAILED;
            case InterruptedIOException _ -> Failure.TIMED_OUT;
            default -> Failure.CONNECTION_FAILED;
        };
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
