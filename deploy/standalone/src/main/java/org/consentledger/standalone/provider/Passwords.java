package org.consentledger.standalone.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Knows people by their passwords. They are random and lie in files of whoever runs the ledger: a hash of one would guard
 * nothing. Whoever guesses gets {@link #GUESSES} tries a minute for each name.
 */
final class Passwords implements AuthenticationProvider {

    static final int GUESSES = 10;

    private static final int NAMES_MAX = 1_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final List<Person> people;
    private final Cache<String, Bucket> guesses = Caffeine.newBuilder()
            .maximumSize(NAMES_MAX)
            .expireAfterAccess(WINDOW)
            .build();

    Passwords(List<Person> people) {
        this.people = List.copyOf(people);
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        var name = attempt.getName();
        var tries = guesses.get(
                name,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(GUESSES).refillGreedy(GUESSES, WINDOW))
                        .build());
        if (!tries.tryConsume(1)) {
            throw new LockedException("too many wrong passwords in the last minute");
        }
        var person = people.stream()
                .filter(one -> one.name().equals(name))
                .filter(one -> isSame(one.password(), String.valueOf(attempt.getCredentials())))
                .findFirst()
                .orElseThrow(() -> new BadCredentialsException("nobody has that name and that password"));
        tries.addTokens(1);
        return UsernamePasswordAuthenticationToken.authenticated(
                person.name(),
                "",
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean isSame(String password, String tried) {
        return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), tried.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
