package org.consentledger.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.consentledger.bench.load.Request.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One kept connection with at most one request on its way. A server may end a connection after an answer if it says so
 * (Tomcat does, after every hundredth): the next request then opens another. For the wire's thread only, once connected.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    /** Told how a request ended. */
    interface Listener {
        /**
         * What was expected was answered.
         *
         * @param answeredAt of {@link System#nanoTime}
         */
        void answered(Connection connection, long answeredAt);

        /**
         * Anything else happened.
         *
         * @param status what was answered instead; 0 if nothing was
         */
        void failed(Connection connection, int status, String reason);
    }

    private static final int REASON_LENGTH_MAX = 300;

    private final Bootstrap bootstrap;
    private final StringBuilder body = new StringBuilder();
    private volatile @Nullable Channel channel;
    private @Nullable Request request;
    private @Nullable Listener listener;
    private int status;
    private boolean ends;

    Connection(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    void send(Request next, Listener whoAsked) {
        request = next;
        listener = whoAsked;
        if (!ends) {
            write(next);
            return;
        }
        ends = false;
        var _ = bootstrap.connect().addListener((ChannelFutureListener) connected -> {
            if (connected.isSuccess()) {
                // told of it before the handler is
                channel = connected.channel();
                write(next);
            } else {
                fail(String.valueOf(connected.cause()));
            }
        });
    }

    private void write(Request next) {
        var open = Objects.requireNonNull(channel);
        // a failed write closes the connection, and that is noticed
        var _ = open.writeAndFlush(next.encoded(), open.voidPromise());
    }

    @Override
    public boolean isSharable() {
        return true;
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
                ends = !HttpUtil.isKeepAlive(head);
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
        if (ends) {
            close();
        }
        if (current.expects(status)) {
            current.answered(new Answer(status, body.toString()));
            whoAsked.answered(this, now);
        } else {
            whoAsked.failed(this, status, "HTTP " + status + " " + shortened());
        }
    }

    private String shortened() {
        return body.length() <= REASON_LENGTH_MAX ? body.toString() : body.substring(0, REASON_LENGTH_MAX) + "…";
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (Objects.equals(context.channel(), channel)) {
            ends = true;
            fail("the connection was closed");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause.toString());
        var _ = context.close();
    }

    private void fail(String reason) {
        if (request != null) {
            request = null;
            Objects.requireNonNull(listener).failed(this, 0, reason);
        }
    }

    /** Ends it; the next request, if there is one, opens another. */
    void close() {
        var open = channel;
        channel = null;
        if (open != null) {
            var _ = open.close();
        }
    }
}
