package org.consentledger.http.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request whose body ends in a problem when it goes on past its limits, be it read as a stream or as a form. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final BodyLimits limits;
    private @Nullable ServletInputStream body;
    private @Nullable Map<String, String[]> parameters;

    LimitedRequest(HttpServletRequest request, BodyLimits limits) {
        super(request);
        this.limits = limits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream(), limits);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Those of the query, then those of the form, if the body is one. */
    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = Collections.unmodifiableMap(isForm() ? withForm() : super.getParameterMap());
        }
        return parameters;
    }

    private boolean isForm() {
        return getMethod().equals("POST") && getContentType() != null && FormFields.areIn(getContentType());
    }

    /** The body is asked for first: then the container leaves it alone, which would read it without these limits. */
    private Map<String, String[]> withForm() {
        try {
            var fields = FormFields.of(getInputStream().readAllBytes());
            var all = new LinkedHashMap<>(super.getParameterMap());
            fields.forEach((name, values) -> all.merge(
                    name,
                    values.toArray(String[]::new),
                    (before, more) ->
                            Stream.of(before, more).flatMap(Stream::of).toArray(String[]::new)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
