package org.consentledger.query.webhook.sending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody answers on a socket, it takes no longer than it may, and no more is read than need be. */
class ReceiversTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);

    /** The first handshake of a process takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MANY = 8;

    private static final Message MESSAGE =
            new Message("id", "application/json", "{}".getBytes(US_ASCII), List.of(Secret.random()));

    private final Receivers receivers =
            new Receivers(Networks.internetAnd(List.of("127.0.0.0/8")), TIMEOUT, Clock.systemUTC());
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket server;

    @FunctionalInterface
    private interface Answer {
        void to(Socket caller, OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        receivers.close();
        server.close();
    }

    private Attempt send(Answer answer) throws InterruptedException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (var caller = server.accept()) {
                    connections.incrementAndGet();
                    caller.getInputStream().readNBytes(10);
                    answer.to(caller, caller.getOutputStream());
                } catch (IOException e) {
                    // either side has gone
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        return receivers.send(URI.create("http://127.0.0.1:" + server.getLocalPort()), MESSAGE);
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() throws InterruptedException {
        var begin = System.nanoTime();
        var attempt = send((caller, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n".getBytes(US_ASCII));
            while (true) {
                out.write(new byte[8192]);
            }
        });

        assertThat(attempt).isEqualTo(new Attempt.Delivered());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    /** Each byte comes in time, and the whole does not. */
    @Test
    void aHeadThatComesByteByByteTimesOut() throws InterruptedException {
        var attempt = send((caller, out) -> {
            while (true) {
                out.write("H".getBytes(US_ASCII));
                Thread.sleep(50);
            }
        });

        assertThat(attempt).isEqualTo(new Attempt.Postponed(Failure.TIMED_OUT, null, null));
    }

    @Test
    void headersWithoutEndAreNotRead() throws InterruptedException {
        var attempt = send((caller, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(US_ASCII));
            }
        });

        assertThat(attempt).isEqualTo(new Attempt.Postponed(Failure.CONNECTION_FAILED, null, null));
    }

    @Test
    void aConnectionThatBreaksIsToldAndNotRepeated() throws InterruptedException {
        assertThat(send((caller, out) -> caller.setSoLinger(true, 0)))
                .isEqualTo(new Attempt.Postponed(Failure.CONNECTION_FAILED, null, null));
        assertThat(connections).hasValue(1);
    }

    @Test
    void whoIsNotThereIsTold() throws IOException, InterruptedException {
        server.close();
        var nobody = "127.0.0.1:" + server.getLocalPort();

        assertThat(receivers.send(URI.create("http://" + nobody), MESSAGE))
                .isEqualTo(new Attempt.Postponed(Failure.CONNECTION_FAILED, null, null));
        assertThat(receivers.send(URI.create("http://receiver.invalid"), MESSAGE))
                .isEqualTo(new Attempt.Postponed(Failure.NO_ADDRESS, null, null));
    }

    @Test
    void thoseThatHangOnOneHostKeepNoOtherOfThatHostWaiting() throws InterruptedException {
        var together = new CountDownLatch(MANY);
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var _ = server.accept();
                    together.countDown();
                }
            } catch (IOException e) {
                // the test is over
            }
        });

        var patient = new Receivers(Networks.internetAnd(List.of("127.0.0.0/8")), PATIENCE, Clock.systemUTC());
        try (patient) {
            for (var i = 0; i < MANY; i++) {
                Thread.ofVirtual().start(() -> sendAndForget(patient));
            }
            assertThat(together.await(PATIENCE.toSeconds() / 2, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private void sendAndForget(Receivers sending) {
        try {
            sending.send(URI.create("http://127.0.0.1:" + server.getLocalPort()), MESSAGE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoSpeaksNoTlsIsTold() throws InterruptedException {
        Thread.ofVirtual().start(() -> {
            try (var caller = server.accept()) {
                caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                caller.getInputStream().readAllBytes();
            } catch (IOException e) {
                // either side has gone
            }
        });

        var patient = new Receivers(Networks.internetAnd(List.of("127.0.0.0/8")), PATIENCE, Clock.systemUTC());
        try (patient) {
            assertThat(patient.send(URI.create("https://127.0.0.1:" + server.getLocalPort()), MESSAGE))
                    .isEqualTo(new Attempt.Postponed(Failure.TLS_FAILED, null, null));
        }
    }

    @Test
    void nobodyIsConnectedToWhoMustNotBeReached() throws InterruptedException {
        try (var others = new Receivers(Networks.internetAnd(List.of()), TIMEOUT, Clock.systemUTC())) {
            for (var host : List.of("localhost", "127.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]")) {
                assertThat(others.send(URI.create("http://" + host + ":" + server.getLocalPort()), MESSAGE))
                        .as(host)
                        .isEqualTo(new Attempt.Postponed(Failure.ADDRESS_REFUSED, null, null));
            }
        }
        assertThat(connections).hasValue(0);
    }
}
