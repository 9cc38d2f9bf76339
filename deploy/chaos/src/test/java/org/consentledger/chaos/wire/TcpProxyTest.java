package org.consentledger.chaos.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpProxyTest {

    private final AnswerTrap trap = new AnswerTrap();
    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        proxy = new TcpProxy(echo::getLocalPort, () -> Watch.forAnything(trap));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    private void answer() {
        while (!echo.isClosed()) {
            try {
                var socket = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        // cut
                    }
                });
            } catch (IOException e) {
                // closed
            }
        }
    }

    @Test
    void carriesBothWaysAndEndsAsItsEndsEndIt() throws IOException {
        try (var socket = connect()) {
            assertThat(asked(socket)).isEqualTo('?');
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void cutsWhatIsThereAndLetsNewOnesIn() throws IOException {
        try (var socket = connect()) {
            asked(socket);
            proxy.cutAll();
            assertCut(socket);
        }
        try (var socket = connect()) {
            assertThat(asked(socket)).isEqualTo('?');
        }
    }

    @Test
    void refusesUntilItAdmits() throws IOException {
        proxy.refuse();
        try (var socket = connect()) {
            assertCut(socket);
        }
        proxy.admit();
        try (var socket = connect()) {
            assertThat(asked(socket)).isEqualTo('?');
        }
    }

    @Test
    void holdsUpUntilItFlows() throws IOException {
        try (var socket = connect()) {
            asked(socket);
            proxy.stall();
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> asked(socket)).isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout(0);
            proxy.flow();
            assertThat(socket.getInputStream().read()).isEqualTo('?');
        }
    }

    @Test
    void catchesAnAnswerAndCutsItsConnectionAlone() throws IOException {
        try (var other = connect();
                var socket = connect()) {
            asked(other);
            trap.set(1, () -> {});
            assertCut(socket);
            assertThat(trap.caught()).isEqualTo(1);
            assertThat(asked(other)).isEqualTo('?');
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int asked(Socket socket) throws IOException {
        socket.getOutputStream().write('?');
        return socket.getInputStream().read();
    }

    private static void assertCut(Socket socket) {
        assertThatThrownBy(() -> {
                    if (asked(socket) < 0) {
                        throw new IOException("it was ended");
                    }
                })
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
