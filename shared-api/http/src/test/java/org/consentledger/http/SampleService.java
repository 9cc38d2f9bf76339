package org.consentledger.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.EOFException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.CountryCode;
import org.consentledger.http.field.FreeText;
import org.consentledger.http.field.LanguageTag;
import org.consentledger.http.field.Sha256Hex;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.http.field.ValidityPeriod;
import org.consentledger.http.json.WebJson;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service on the web edge, to try the edge on. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({HttpConfiguration.class, SampleService.Samples.class, SampleService.Forgotten.class})
class SampleService {

    enum Colour {
        RED,
        GREEN
    }

    record Part(
            @NotNull @Code String part,
            @Nullable @FreeText(max = 20) String words,
            @JsonProperty("class") @NotNull Colour partClass) {}

    record Sample(
            @NotNull @SubjectReference String subject,
            @NotNull @Size(min = 1, max = 3) @UniqueElements List<@NotNull @Code String> codes,
            @NotNull Colour colour,
            @Nullable Instant at,
            @Nullable @Valid Part part,
            @Nullable @Size(max = 2) List<@NotNull @Valid Part> parts,
            @Nullable Boolean flag,
            @Nullable @CountryCode String country,
            @Nullable @LanguageTag String language,
            @Nullable @Sha256Hex String digest,
            @Nullable @ValidityPeriod String lasts)
            implements Coherent {

        @Override
        public Map<String, String> contradictions() {
            return colour == Colour.GREEN && flag == null
                    ? Map.of("flag", "is required when colour is GREEN")
                    : Map.of();
        }
    }

    /** Ends a request before any controller is asked. */
    @Bean
    Filter turnstile() {
        return (request, response, chain) -> {
            if (request instanceof HttpServletRequest http && http.getHeader("X-Turn-Away") != null) {
                ((HttpServletResponse) response).sendError(Integer.parseInt(http.getHeader("X-Turn-Away")), "SECRET");
            } else {
                chain.doFilter(request, response);
            }
        };
    }

    /** Nobody thought of who may call it. */
    @RestController
    static class Forgotten {

        @GetMapping("/v1/forgotten")
        String get() {
            return "SECRET";
        }
    }

    @RestController
    @Requires(Scope.CONSENT_READ)
    @RequestMapping(path = "/v1/samples", produces = "application/json")
    static class Samples {

        @PostMapping(consumes = "application/json")
        Sample echo(@RequestBody Sample sample) {
            if (sample.subject().equals("crash")) {
                throw new IllegalStateException("crashed");
            }
            if (sample.subject().equals("crash-on-json")) {
                var json = WebJson.mapper().readValue("{\"SECRET\":1}", Part.class);
                throw new IllegalStateException("read " + json);
            }
            if (sample.subject().equals("lose-connection")) {
                throw new IllegalStateException("crashed", new EOFException());
            }
            if (sample.subject().equals("lose-database")) {
                throw new IllegalStateException("crashed", new SQLException("lost", "08006", new EOFException()));
            }
            return sample;
        }

        @GetMapping("/{subject}")
        Map<String, Object> get(
                @PathVariable @SubjectReference String subject,
                @RequestParam(defaultValue = "RED") Colour colour,
                @RequestParam(required = false) @Nullable Instant at,
                @RequestParam(defaultValue = "7") int limit,
                @RequestHeader(name = "Sample-Size", required = false) @Min(1) @Nullable Integer size) {
            return Map.of("colour", colour, "at", String.valueOf(at), "limit", limit);
        }
    }
}
