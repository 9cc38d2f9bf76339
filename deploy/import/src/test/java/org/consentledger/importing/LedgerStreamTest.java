package org.consentledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LedgerStreamTest {

    @TempDir
    Path folder;

    /** As of a machine that lost its power: no byte more, and no end. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void anAnswerThatFallsSilentHasBrokenOff() throws Exception {
        var isOver = new CountDownLatch(1);
        var ledger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            ledger.createContext("/v1/commands", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody()
                        .write("{\"line\":7,\"status\":201}\n{\"line\":8,".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                try {
                    isOver.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            ledger.start();
            var token = Files.writeString(folder.resolve("token"), "secret");
            var address = URI.create("http://localhost:" + ledger.getAddress().getPort());

            var sent = new LedgerStream(address, token, Duration.ofMillis(300)).send(List.of("{}", "{}"), 7);

            assertThat(sent.answers()).singleElement().matches(answer -> answer.row() == 7);
            assertThat(sent.interruption()).isNotNull();
        } finally {
            isOver.countDown();
            ledger.stop(0);
        }
    }
}
