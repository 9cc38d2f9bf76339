package org.consentledger.http.problem;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers requests that are too broken to reach the application, in place of Tomcat's page. */
final class UnroutedErrors extends ErrorReportValve {

    private final ProblemWriter writer;

    UnroutedErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status >= 400 && response.getContentWritten() == 0 && response.setErrorReported()) {
            writer.write(request, response, Problem.ofStatus(RequestHead.status(request, status)));
        }
    }
}
