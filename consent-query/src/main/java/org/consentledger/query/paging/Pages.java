package org.consentledger.query.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.http.paging.Cursor;
import org.consentledger.http.paging.NextLink;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** Answers a page, with the way to the next one. */
public final class Pages {

    /** A subject's reference must not get into a URL made here, and who has waited once need not wait again. */
    private static final Set<String> LEFT_OUT = Set.of(Cursor.PARAMETER, "subject", "minPosition");

    private Pages() {}

    /**
     * The page with a link to the next one, if there is one.
     *
     * @param cursor of an item, for the next page to begin behind it
     * @param kept the parameters that shape the list; no personal data
     */
    public static <T, B> ResponseEntity<B> answer(
            B body, Page<T> page, Function<T, Cursor> cursor, Map<String, String> kept) {
        var answer = ResponseEntity.ok();
        if (page.more()) {
            answer.header(NextLink.HEADER, NextLink.of(cursor.apply(page.items().getLast()), kept));
        }
        return answer.body(body);
    }

    /**
     * A link header's value, relative to the request, to a list that takes no cursor.
     *
     * @param query the parameters of the next page; no personal data
     */
    public static String nextLink(Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&", "<?", ">; rel=\"next\""));
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The request's own parameters that may stand in a link.
     *
     * @param more stand there too
     */
    public static Map<String, String> kept(HttpServletRequest request, Map<String, String> more) {
        var kept = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> kept.put(name, values[0]));
        kept.keySet().removeAll(LEFT_OUT);
        kept.putAll(more);
        return kept;
    }
}
