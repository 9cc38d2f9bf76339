package org.consentledger.http.access;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads a checked token. */
final class Callers implements Converter<Jwt, CallerToken> {

    /** The client: of RFC 9068 (section 2.2), or of OpenID Connect (section 2) where a provider knows only that. */
    private static final List<String> CLIENT = List.of("client_id", "azp");

    private static final Pattern CLIENT_ID = Pattern.compile("[!-~]{1,200}");

    /** Longer ones of a provider's own would only fill the access log. */
    private static final int PRINCIPAL_LENGTH_MAX = 255;

    /** @throws InvalidBearerTokenException if it does not say who sent it, or has a limit that cannot be read */
    @Override
    public CallerToken convert(Jwt token) {
        return new CallerToken(
                new Caller(clientId(token), principal(token), scopes(token), limits(token), expiry(token)));
    }

    /** Who calls; empty where nobody has to say so. */
    static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token
                ? Optional.of(token.getPrincipal())
                : Optional.empty();
    }

    private static String clientId(Jwt token) {
        return CLIENT.stream()
                .flatMap(claim -> token.getClaims().get(claim) instanceof String id ? Stream.of(id) : Stream.empty())
                .findFirst()
                .filter(id -> CLIENT_ID.matcher(id).matches())
                .orElseThrow(() -> new InvalidBearerTokenException("the token does not name its client"));
    }

    private static @Nullable String principal(Jwt token) {
        var subject = token.getSubject();
        return subject == null || subject.length() <= PRINCIPAL_LENGTH_MAX
                ? subject
                : subject.substring(0, PRINCIPAL_LENGTH_MAX);
    }

    private static Instant expiry(Jwt token) {
        return Objects.requireNonNull(token.getExpiresAt(), "checked with the token");
    }

    /** {@code scope} is a string of words (RFC 9068, section 2.2.3); some providers send {@code scp}, or an array. */
    private static Set<Scope> scopes(Jwt token) {
        return Stream.of("scope", "scp")
                .flatMap(claim -> words(token.getClaims().get(claim)))
                .flatMap(word -> Scope.of(word).stream())
                .collect(toSet());
    }

    private static Stream<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String words -> Stream.of(words.split(" "));
            case Collection<?> words -> words.stream().map(String::valueOf);
            case null, default -> Stream.empty();
        };
    }

    private static Limits limits(Jwt token) {
        var values = new EnumMap<Limit, Set<String>>(Limit.class);
        for (var limit : Limit.values()) {
            if (token.hasClaim(limit.claim())) {
                values.put(limit, permitted(limit, token.getClaims().get(limit.claim())));
            }
        }
        return values.isEmpty() ? Limits.none() : new Limits(values);
    }

    /** A limit that cannot be read must not count as none. */
    private static Set<String> permitted(Limit limit, @Nullable Object claim) {
        return switch (claim) {
            case String one -> Set.of(one);
            case Collection<?> several
            when several.stream().allMatch(String.class::isInstance) ->
                several.stream().map(String.class::cast).collect(toSet());
            case null, default ->
                throw new InvalidBearerTokenException("the claim " + limit.claim() + " must be a string or several");
        };
    }
}
