package org.consentledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What goes wrong on a page of the console is told on a page, in the reader's language; programs go on reading JSON. */
record ProblemPages(Visits visits, ObjectProvider<ConsolePages> pages) implements ProblemPage {

    private static final String TEMPLATE = "console/problem";

    @Override
    public Optional<String> of(
            HttpServletRequest request, HttpServletResponse response, Problem problem, String requestId) {
        if (!ConsolePath.isPage(request) || !isRead(request)) {
            return Optional.empty();
        }
        var visit = visits.of(request);
        var page = ShownProblem.of(problem, requestId, request.getMethod().equals("GET"));
        response.setHeader(ConsolePages.POLICY_HEADER, ConsolePages.CONTENT_SECURITY_POLICY);
        return Optional.of(
                visit.isPart()
                        ? pages.getObject().html(visit, TEMPLATE, "problem", page)
                        : pages.getObject().html(visit, TEMPLATE, page));
    }

    /** Browsers name HTML; whoever takes anything is a program. */
    private static boolean isRead(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                        .anyMatch(accepted -> accepted.contains(MediaType.TEXT_HTML_VALUE))
                || "true".equals(request.getHeader("HX-Request"));
    }
}
