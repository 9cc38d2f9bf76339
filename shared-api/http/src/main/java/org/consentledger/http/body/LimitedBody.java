package org.consentledger.http.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;

/** Counts what is read. */
final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long limitBytes;
    private long readBytes;

    LimitedBody(ServletInputStream body, long limitBytes) {
        this.body = body;
        this.limitBytes = limitBytes;
    }

    /** The connection ends with this answer: the rest of the body is not worth reading. */
    static Problem tooLarge(long limitBytes) {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "the body may have at most " + limitBytes + " bytes")
                .header("Connection", "close");
    }

    @Override
    public int read() throws IOException {
        var next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = body.read(target, offset, length);
        count(count);
        return count;
    }

    private void count(int bytes) {
        readBytes += Math.max(bytes, 0);
        if (readBytes > limitBytes) {
            throw new ProblemException(tooLarge(limitBytes));
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
