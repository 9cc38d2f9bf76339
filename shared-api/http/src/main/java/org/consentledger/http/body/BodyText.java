package org.consentledger.http.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;

/** The text of a body: UTF-8 and nothing else (RFC 8259, section 8.1), without a byte order mark. */
public final class BodyText {

    private BodyText() {}

    /**
     * The text that these bytes are.
     *
     * @throws ProblemException if they are none, or empty
     */
    public static String of(byte[] bytes) {
        var text = decode(bytes);
        if (text.isBlank()) {
            throw malformed("the body is empty; it must be a JSON object");
        }
        if (text.charAt(0) == '\uFEFF') {
            throw malformed("the body must not begin with a byte order mark");
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(ProblemCode.MALFORMED_REQUEST, detail));
    }
}
