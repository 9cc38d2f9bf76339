package org.consentledger.standalone.provider;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Grants nobody more than they may: scopes that the console asked for and the person does not have are left out, and the
 * token's answer says which are in (RFC 6749, section 3.3).
 */
final class OwnScopes implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService authorizations;
    private final List<Person> people;

    OwnScopes(OAuth2AuthorizationService authorizations, List<Person> people) {
        this.authorizations = authorizations;
        this.people = List.copyOf(people);
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var permitted = permitted(authorization.getPrincipalName());
        authorizations.save(OAuth2Authorization.from(authorization)
                .authorizedScopes(authorization.getAuthorizedScopes().stream()
                        .filter(scope -> scope.equals(OidcScopes.OPENID) || permitted.contains(scope))
                        .collect(Collectors.toSet()))
                .build());
    }

    private Set<String> permitted(String name) {
        return people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .map(Person::scopes)
                .orElse(Set.of());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        authorizations.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return authorizations.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return authorizations.findByToken(token, tokenType);
    }
}
