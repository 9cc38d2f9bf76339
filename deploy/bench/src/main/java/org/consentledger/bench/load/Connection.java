package org.consentledger.bench.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.consentledger.bench.load.Request.Answer;
import org.jspecify.annotations.Nullable;

/** One kept connection with at most one request on its way. For the wire's thread only, once it is connected. */
final class Connection extends ChannelInboundHandlerAdapter {

    /** Told how a request ended. */
    interface Listener {
        /**
         * What was expected was answered.
         *
         * @param answeredAt of {@link System#nanoTime}
         */
        void answered(Connection connection, long answeredAt);

        void failed(Connection connection, String reason);
    }

    private static final int REASON_LENGTH_MAX = 300;

    private @Nullable Channel channel;
    private @Nullable Request request;
    private @Nullable Listener listener;
    private final StringBuilder body = new StringBuilder();
    private int status;

    void send(Request next, Listener whoAsked) {
        request = next;
        listener = whoAsked;
        var open = Objects.requireNonNull(channel);
        // a failed write closes the connection, and that is noticed
        var _ = open.writeAndFlush(next.encoded(), open.voidPromise());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            var current = Objects.requireNonNull(request);
            if (message instanceof HttpResponse head) {
                status = head.status().code();
                body.setLength(0);
            }
            if (message instanceof HttpContent part && (current.keepsBody() || !current.expects(status))) {
                body.append(part.content().toString(StandardCharsets.UTF_8));
            }
            if (message instanceof LastHttpContent) {
                end(current);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void end(Request current) {
        var now = System.nanoTime();
        var whoAsked = Objects.requireNonNull(listener);
        request = null;
        if (current.expects(status)) {
            current.answered(new Answer(status, body.toString()));
            whoAsked.answered(this, now);
        } else {
            whoAsked.failed(this, "HTTP " + status + " " + shortened());
        }
    }

    private String shortened() {
        return body.length() <= REASON_LENGTH_MAX ? body.toString() : body.substring(0, REASON_LENGTH_MAX) + "…";
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail("the connection was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause.toString());
        var _ = context.close();
    }

    private void fail(String reason) {
        if (request != null) {
            request = null;
            Objects.requireNonNull(listener).failed(this, reason);
        }
    }

    void close() {
        var _ = Objects.requireNonNull(channel).close();
    }
}
