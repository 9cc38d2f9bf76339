package org.consentledger.command.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller that takes answers while it sends lines, in chunks (RFC 9112, section 7.1), and can break off anywhere. */
final class Duplex implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private @Nullable BufferedReader answers;

    private Duplex(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    static Duplex open(int port, String query, Map<String, String> headers) throws IOException {
        return open(port, 0, query, headers);
    }

    /** @param receiveBytes how little its system takes off the network for it; 0 for the usual */
    static Duplex open(int port, int receiveBytes, String query, Map<String, String> headers) throws IOException {
        var socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress("localhost", port));
        socket.setSoTimeout(PATIENCE_MS);
        var stream = new Duplex(socket);
        var all = new TreeMap<>(headers);
        all.putIfAbsent("Content-Type", "application/x-ndjson");
        var head = new StringBuilder(
                "POST /v1/commands" + query + " HTTP/1.1\r\nHost: localhost\r\n" + "Transfer-Encoding: chunked\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        stream.out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        return stream;
    }

    void send(String line) throws IOException {
        sendPart(line + "\n");
    }

    /** Not up to the end of a line. */
    void sendPart(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next line of the answer that tells no progress; null behind the last. */
    @Nullable JsonNode next() throws IOException {
        for (var line = reader().readLine(); line != null; line = reader().readLine()) {
            var json = JSON.readTree(line);
            if (!json.has("progress")) {
                return json;
            }
        }
        return null;
    }

    List<JsonNode> rest() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var next = next(); next != null; next = next()) {
            all.add(next);
        }
        return all;
    }

    private BufferedReader reader() throws IOException {
        if (answers == null) {
            var in = socket.getInputStream();
            var status = line(in);
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException("not taken: " + status);
            }
            while (!line(in).isEmpty()) {
                // headers are others' matter
            }
            answers = new BufferedReader(new InputStreamReader(new Chunks(in), StandardCharsets.UTF_8));
        }
        return answers;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("cut off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** What the chunks of an answer hold. */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private int left;
        private boolean isEnded;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0 && !isEnded) {
                left = Integer.parseInt(line(in), 16);
                isEnded = left == 0;
            }
            if (isEnded) {
                return -1;
            }
            var count = in.read(target, offset, Math.min(length, left));
            if (count < 0) {
                throw new IOException("cut off");
            }
            left -= count;
            if (left == 0) {
                line(in);
            }
            return count;
        }
    }

    /** Ends without a word, as a cut cable does. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
