package org.consentledger.bench.commands;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.consentledger.bench.access.Pass;
import org.consentledger.bench.load.ChunkedAnswer;
import org.consentledger.bench.load.LoadFailedException;
import org.consentledger.bench.workload.CommandMix;

/** One stream of commands: one thread sends lines for as long as it lasts, another counts their answers. */
record BulkContender(String name, int port, CommandMix mix) implements Contender {

    private static final int LINES_PER_CHUNK = 64;
    private static final int PATIENCE_MS = 60_000;

    @Override
    public void warmUp(Duration duration) throws Exception {
        perSecond(duration);
    }

    /** Answers that come after the end are awaited but do not count. */
    @Override
    public double perSecond(Duration duration) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            var end = System.nanoTime() + duration.toNanos();
            var sending = new FutureTask<Void>(() -> {
                send(socket.getOutputStream(), end);
                return null;
            });
            new Thread(sending, "bulk sender").start();
            var answers = count(socket, end);
            sending.get();
            return answers / (duration.toNanos() / 1e9);
        } catch (ExecutionException e) {
            throw new LoadFailedException(String.valueOf(e.getCause()));
        }
    }

    private void send(OutputStream out, long end) throws IOException {
        out.write(("POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n" + Pass.headers()
                        + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var lines = new StringBuilder();
        while (System.nanoTime() < end) {
            lines.setLength(0);
            for (var i = 0; i < LINES_PER_CHUNK; i++) {
                lines.append(mix.nextLine());
            }
            var size = Integer.toHexString(lines.length());
            out.write((size + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static long count(Socket socket, long end) throws IOException {
        var in = new BufferedReader(new InputStreamReader(
                ChunkedAnswer.of(new BufferedInputStream(socket.getInputStream())), StandardCharsets.US_ASCII));
        var answers = 0L;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains("\"summary\":{")) {
                return answers;
            }
            if (line.contains("\"ended\":{") || line.contains("\"problem\":{")) {
                throw new LoadFailedException(line);
            }
            if (line.contains("\"status\":201") && System.nanoTime() <= end) {
                answers++;
            }
        }
        throw new LoadFailedException("the stream has no end");
    }
}
