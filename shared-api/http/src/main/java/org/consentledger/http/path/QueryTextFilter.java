package org.consentledger.http.path;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Turns away queries with octets that are no text: percent signs without two hexadecimal digits behind them (RFC 3986,
 * section 2.1), and what is not UTF-8. Tomcat would throw an exception that quotes the value, and a value may name a person.
 */
final class QueryTextFilter extends OncePerRequestFilter {

    private static final int NAME_LENGTH_MAX = 64;

    private static final String DETAIL = "must be UTF-8, percent-encoded";

    private final ProblemWriter problems;

    QueryTextFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var unreadable = Stream.ofNullable(request.getQueryString())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> text(parameter).isEmpty())
                .findFirst();
        if (unreadable.isPresent()) {
            problems.write(request, response, problem(unreadable.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Names the parameter, if its name can be read and is not longer than a name would be. */
    private static Problem problem(String parameter) {
        var problem = Problem.of(ProblemCode.MALFORMED_REQUEST, "the query " + DETAIL);
        return text(parameter.split("=", 2)[0])
                .filter(name -> name.length() <= NAME_LENGTH_MAX)
                .map(name -> Fault.inParameter(name, FaultCode.INVALID, DETAIL))
                .map(fault -> problem.faults(List.of(fault)))
                .orElse(problem);
    }

    /** Empty if it is none. */
    private static Optional<String> text(String written) {
        try {
            var octets = UriUtils.decode(written, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
