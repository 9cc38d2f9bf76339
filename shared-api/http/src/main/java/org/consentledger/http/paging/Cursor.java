package org.consentledger.http.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;

/**
 * Where a list goes on: the key of the last row given. Opaque to callers, yet no secret: it holds codes, numbers and
 * pseudonyms, never personal data.
 *
 * @param list the list it belongs to; a cursor of another list is not accepted
 * @param key parts of the key in the list's order
 */
public record Cursor(String list, List<String> key) {

    /** The parameter that brings it. */
    public static final String PARAMETER = "cursor";

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        key = List.copyOf(key);
    }

    public String encode() {
        var text = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key that a caller handed back.
     *
     * @param parts how many parts the list's key has
     * @throws ProblemException if it is no cursor of this list
     */
    public static List<String> decode(String cursor, String list, int parts) {
        var text = text(cursor).split(SEPARATOR, -1);
        if (text.length != parts + 1 || !text[0].equals(list)) {
            throw foreign();
        }
        return List.of(text).subList(1, text.length);
    }

    private static String text(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static ProblemException foreign() {
        return new ProblemException(Problem.of(List.of(Fault.inParameter(
                PARAMETER, FaultCode.INVALID, "must be the cursor of a link that this list answered with"))));
    }
}
