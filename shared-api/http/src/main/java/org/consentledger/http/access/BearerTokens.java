package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Takes a token from the header (RFC 6750, section 2.1), or else from where a browser keeps it. */
final class BearerTokens implements BearerTokenResolver {

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var token = header.resolve(request);
        return token == null ? BrowserFilter.tokenOf(request) : token;
    }
}
