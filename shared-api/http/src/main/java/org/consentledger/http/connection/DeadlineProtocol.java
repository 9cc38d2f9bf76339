package org.consentledger.http.connection;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1, with a deadline for a request's line and headers as a whole. Tomcat's own timeout begins anew with
 * every byte. Public because Tomcat makes it by its name.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

    private Duration headerDeadline = Duration.ofSeconds(20);

    void setHeaderDeadline(Duration deadline) {
        this.headerDeadline = deadline;
    }

    Duration headerDeadline() {
        return headerDeadline;
    }

    @Override
    protected Processor createProcessor() {
        return new DeadlineProcessor(this, getAdapter());
    }
}
