package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;

/** Which requests may be those of a browser that somebody signed in with. */
final class Browsers {

    private final ObjectProvider<BrowserAccess> access;
    private final Environment environment;

    Browsers(ObjectProvider<BrowserAccess> access, Environment environment) {
        this.access = access;
        this.environment = environment;
    }

    /** Empty for programs, which bring their token in a header, and for whatever comes to the management port. */
    Optional<BrowserAccess> of(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && isServicePort(request)
                ? Optional.ofNullable(access.getIfAvailable())
                : Optional.empty();
    }

    private boolean isServicePort(HttpServletRequest request) {
        return Integer.toString(request.getLocalPort()).equals(environment.getProperty("local.server.port"));
    }
}
