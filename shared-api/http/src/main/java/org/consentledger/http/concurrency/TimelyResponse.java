package org.consentledger.http.concurrency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** An answer that has to be taken in time for as long as its request holds a place. */
final class TimelyResponse extends HttpServletResponseWrapper {

    private final RequestPlace place;
    private final Duration deadline;
    private @Nullable TimelyOutput output;
    private @Nullable PrintWriter writer;

    TimelyResponse(HttpServletResponse response, RequestPlace place, Duration deadline) {
        super(response);
        this.place = place;
        this.deadline = deadline;
    }

    /** Whether it was broken off. */
    boolean isLate() {
        return output != null && output.isLate;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (output == null) {
            output = new TimelyOutput(super.getOutputStream(), place, deadline);
        }
        return output;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    /** Looks at the time after each write, which may have waited for the caller. */
    private static final class TimelyOutput extends ServletOutputStream {

        private final ServletOutputStream output;
        private final RequestPlace place;
        private final long deadlineNanos;
        private final long begunNanos = System.nanoTime();
        private boolean isLate;

        TimelyOutput(ServletOutputStream output, RequestPlace place, Duration deadline) {
            this.output = output;
            this.place = place;
            this.deadlineNanos = deadline.toNanos();
        }

        @Override
        public void write(int oneByte) throws IOException {
            output.write(oneByte);
            look();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            output.write(bytes, offset, length);
            look();
        }

        @Override
        public void flush() throws IOException {
            output.flush();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }

        @Override
        public boolean isReady() {
            return output.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            output.setWriteListener(listener);
        }

        private void look() throws ClientAbortException {
            if (place.isHeld() && System.nanoTime() - begunNanos > deadlineNanos) {
                isLate = true;
                throw new ClientAbortException("the answer was not taken in time");
            }
        }
    }
}
