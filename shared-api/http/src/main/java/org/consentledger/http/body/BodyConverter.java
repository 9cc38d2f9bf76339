package org.consentledger.http.body;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code application/json}. What it reads is valid: controllers need no further check. Bytes are taken
 * for UTF-8 and nothing else (RFC 8259, section 8.1), without a byte order mark.
 */
final class BodyConverter extends JacksonJsonHttpMessageConverter {

    private final BodyReader reader;

    BodyConverter(JsonMapper json, BodyReader reader) {
        super(json);
        this.reader = reader;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        requireUtf8(message.getHeaders().getContentType());
        return reader.read(BodyText.of(bytes(message)), getMapper().constructType(type.getType()));
    }

    /** A body mostly says how long it is, and needs no room for more. */
    private static byte[] bytes(HttpInputMessage message) throws IOException {
        var length = message.getHeaders().getContentLength();
        return length < 0 ? message.getBody().readAllBytes() : message.getBody().readNBytes(Math.toIntExact(length));
    }

    private static void requireUtf8(@Nullable MediaType type) {
        var charset = type == null ? null : type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new ProblemException(
                    Problem.of(ProblemCode.MEDIA_TYPE_NOT_SUPPORTED, "the body must be application/json in UTF-8")
                            .header("Accept", MediaType.APPLICATION_JSON_VALUE));
        }
    }
}
