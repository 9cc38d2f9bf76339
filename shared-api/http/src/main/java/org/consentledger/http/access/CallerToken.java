package org.consentledger.http.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller in Spring Security's terms. The token itself is forgotten once it is checked. */
final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerToken(Caller caller) {
        super(AuthorityUtils.createAuthorityList(
                caller.scopes().stream().map(Scope::authority).toList()));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public String getName() {
        return caller.clientId();
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
