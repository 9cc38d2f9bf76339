package org.consentledger.http.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** What makes a token good (RFC 9068, section 4; RFC 8725). */
final class TokenChecks {

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);
    private static final Duration KEYS_WAITED_FOR = Duration.ofSeconds(5);

    /** However many tokens name a key that nobody knows, the keys are looked for this seldom. */
    private static final Duration KEYS_LOOKED_FOR_EVERY = Duration.ofSeconds(5);

    /** Signatures of asymmetric keys and nothing else: with a public key nobody can write a token (RFC 8725, section 3.1). */
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.values());

    private TokenChecks() {}

    static JwtDecoder of(AccessProperties access) {
        return new VerifiedTokens(
                access.jwkSetFile().isBlank()
                        ? new WhenNeeded(() -> checking(fromIssuer(access.issuer()), access))
                        : checking(fromFile(JwkSetFile.at(access.jwkSetFile())), access));
    }

    private static JwtDecoder checking(NimbusJwtDecoder decoder, AccessProperties access) {
        decoder.setJwtValidator(claims(access));
        return decoder;
    }

    /** Asks the issuer where its keys are when the first token comes: a service starts without it. */
    private record WhenNeeded(SupplierJwtDecoder decoder) implements JwtDecoder {

        WhenNeeded(Supplier<JwtDecoder> decoder) {
            this(new SupplierJwtDecoder(decoder));
        }

        /** @throws JwtException if the token is not good, or cannot be judged because the issuer is out of reach */
        @Override
        public Jwt decode(String token) {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("the issuer's configuration cannot be fetched", e);
            }
        }
    }

    private static NimbusJwtDecoder fromIssuer(String issuer) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(KEYS_WAITED_FOR);
        return NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(new RestTemplate(requests))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .validateType(false)
                .build();
    }

    private static NimbusJwtDecoder fromFile(JwkSetFile file) {
        var keys = JWKSourceBuilder.create(file)
                .cache(KEYS_KEPT.toMillis(), KEYS_WAITED_FOR.toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEYS_LOOKED_FOR_EVERY.toMillis())
                .outageTolerantForever()
                .build();
        return NimbusJwtDecoder.withJwkSource(withoutHaste(keys))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
    }

    /** A key that was looked for a moment ago and not found is not there. */
    private static JWKSource<SecurityContext> withoutHaste(JWKSource<SecurityContext> keys) {
        return (selector, context) -> {
            try {
                return keys.get(selector, context);
            } catch (RateLimitReachedException e) {
                return List.of();
            }
        };
    }

    private static OAuth2TokenValidator<Jwt> claims(AccessProperties access) {
        var time = new JwtTimestampValidator(SKEW);
        time.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("at+jwt", "application/at+jwt", "JWT");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type, new JwtIssuerValidator(access.issuer()), new JwtAudienceValidator(access.audience()), time);
    }
}
