package org.consentledger.http.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.consentledger.http.problem.ProblemException;

/** Counts what is read, and how long that takes. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final BodyLimits limits;
    private final long begunNanos = System.nanoTime();
    private long readBytes;

    LimitedBody(ServletInputStream body, BodyLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = awaited(target, offset, length);
        readBytes += Math.max(count, 0);
        if (readBytes > limits.bytes()) {
            throw new ProblemException(limits.tooLarge());
        }
        if (count >= 0 && System.nanoTime() - begunNanos > limits.deadline().toNanos()) {
            throw new ProblemException(limits.tooSlow());
        }
        return count;
    }

    private int awaited(byte[] target, int offset, int length) throws IOException {
        try {
            return body.read(target, offset, length);
        } catch (ClientAbortException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw new ProblemException(limits.tooSlow());
            }
            throw e;
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
