package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"http.header-deadline=3s", "server.tomcat.connection-timeout=3s"})
class SlowHeadTest extends EdgeTest {

    /** What was left of the head's time must not become the body's. */
    @Test
    void aSlowHeadDoesNotCutTheBodyShort() throws IOException {
        var body = "{\"subject\":\"cust-1\",\"codes\":[\"a\"],\"colour\":\"RED\"}";
        try (var socket = connect()) {
            SlowClientTest.send(socket, "POST /v1/samples HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
            pause(Duration.ofSeconds(2));
            SlowClientTest.send(
                    socket, "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n");
            pause(Duration.ofMillis(1500));
            SlowClientTest.send(socket, body);

            assertThat(SlowClientTest.read(socket)).startsWith("HTTP/1.1 200");
        }
    }

    /** Being slow is what is tried here. */
    private static void pause(Duration duration) {
        await().pollDelay(duration).until(() -> true);
    }
}
