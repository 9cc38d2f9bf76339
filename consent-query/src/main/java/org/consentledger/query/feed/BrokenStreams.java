package org.consentledger.query.feed;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the connection of an answer that broke off. Its status was sent long ago, and if it were ended in good order an
 * auditor would take a part of the ledger for the whole.
 */
@Component
final class BrokenStreams extends OncePerRequestFilter {

    private static final String MARK = BrokenStreams.class.getName();

    static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(MARK) != null) {
            throw new CloseNowException("the stream broke off");
        }
    }
}
