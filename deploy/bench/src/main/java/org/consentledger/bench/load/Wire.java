package org.consentledger.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.InetAddress;

/** One thread that serves all connections: what shares two cores with the measured has to be small. */
public final class Wire implements AutoCloseable {

    private static final int CONNECT_WITHIN_MS = 5_000;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Failures failures = new Failures();

    /** Connects to a port of this machine. */
    Connection connect(int port) {
        var bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_WITHIN_MS)
                .remoteAddress(InetAddress.getLoopbackAddress(), port);
        var connection = new Connection(bootstrap);
        bootstrap.handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpResponseDecoder(), connection);
            }
        });
        bootstrap.connect().syncUninterruptibly();
        return connection;
    }

    /** Of all loads so far. */
    public Failures failures() {
        return failures;
    }

    /** Runs something on the one thread. */
    void run(Runnable task) {
        group.execute(task);
    }

    @Override
    public void close() {
        group.shutdownGracefully().syncUninterruptibly();
    }
}
