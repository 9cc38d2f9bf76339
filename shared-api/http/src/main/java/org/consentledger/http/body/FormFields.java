package org.consentledger.http.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/** The fields of a form (URL standard, application/x-www-form-urlencoded), in UTF-8 and nothing else. */
final class FormFields {

    /** As many as a query may have parameters. */
    private static final int FIELDS_MAX = 64;

    private FormFields() {}

    static boolean areIn(String contentType) {
        return contentType.regionMatches(
                true,
                0,
                MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                0,
                MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
    }

    /** @throws ProblemException if it is no form, without quoting what was sent */
    static Map<String, List<String>> of(byte[] body) {
        var pairs = new String(body, StandardCharsets.ISO_8859_1).split("&", FIELDS_MAX + 1);
        if (pairs.length > FIELDS_MAX) {
            throw malformed("the form may have at most " + FIELDS_MAX + " fields");
        }
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : pairs) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                fields.computeIfAbsent(text(parts[0]), _ -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : text(parts[1]));
            }
        }
        return fields;
    }

    private static String text(String written) {
        try {
            var octets = UriUtils.decode(written.replace('+', ' '), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed("the form must be UTF-8, percent-encoded");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(ProblemCode.MALFORMED_REQUEST, detail));
    }
}
