package org.consentledger.verifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.log.export.ExportHead;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of which everything has to be understood: what two readers could take for two things is an error. */
final class StrictJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addMixIn(ExportHead.class, MayGrow.class)
            .build();

    /** Names that may be shown: others could hold anything. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,40}");

    private StrictJson() {}

    /** What a later ledger says besides is passed over. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface MayGrow {}

    /**
     * Reads all of the text.
     *
     * @param what it should be, for people
     * @throws UnreadableException if it is something else
     */
    static <T> T read(String text, Class<T> type, String what) throws UnreadableException {
        try {
            var read = JSON.readValue(text, type);
            if (read == null) {
                throw new UnreadableException("it is not " + what);
            }
            return read;
        } catch (DatabindException e) {
            throw new UnreadableException("it is not " + what + detail(e), e);
        } catch (JacksonException e) {
            throw new UnreadableException("it is not JSON", e);
        }
    }

    /** Written and read again, so that it equals what was read. */
    static JsonNode tree(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    /** Never what the field holds: it may be a person's. */
    private static String detail(DatabindException e) {
        var path = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .map(name -> name != null && PLAIN.matcher(name).matches() ? name : "?")
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : ", because of " + path;
    }

    /** Why a text was not read, as the end of a sentence about it. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private UnreadableException(String message) {
            super(message);
        }

        private UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
