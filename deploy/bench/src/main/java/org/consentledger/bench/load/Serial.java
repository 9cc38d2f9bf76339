package org.consentledger.bench.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request after the other on one connection: what a request costs when nothing else happens. */
public final class Serial implements AutoCloseable {

    private static final long ANSWER_WITHIN_SECONDS = 60;

    private final Wire wire;
    private final Connection connection;

    public Serial(Wire wire, int port) {
        this.wire = wire;
        this.connection = wire.connect(port);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @return nanoseconds from sending to answer, taken on the wire's own thread
     * @throws LoadFailedException if anything but the expected is answered
     */
    public long send(Request request) throws InterruptedException {
        var ended = new CompletableFuture<Long>();
        wire.run(() -> {
            var begin = System.nanoTime();
            connection.send(request, new Connection.Listener() {
                @Override
                public void answered(Connection ignored, long answeredAt) {
                    ended.complete(answeredAt - begin);
                }

                @Override
                public void failed(Connection ignored, int status, String reason) {
                    ended.completeExceptionally(new LoadFailedException(reason));
                }
            });
        });
        try {
            return ended.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LoadFailedException(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new LoadFailedException("no answer within " + ANSWER_WITHIN_SECONDS + " s");
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
