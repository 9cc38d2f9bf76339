package org.consentledger.http.paging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * The {@code Link} header to the next page (RFC 8288). It is relative to the request, so it repeats neither host nor path:
 * a path may hold a subject, and no URL made here does.
 */
public final class NextLink {

    /** The header's name. */
    public static final String HEADER = "Link";

    private NextLink() {}

    /**
     * The header's value.
     *
     * @param kept the parameters of the request that shape the list, the cursor aside; no personal data
     */
    public static String of(Cursor next, Map<String, String> kept) {
        var query = Stream.concat(
                        kept.entrySet().stream().sorted(Map.Entry.comparingByKey()),
                        Stream.of(Map.entry(Cursor.PARAMETER, next.encode())))
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return "<?" + query + ">; rel=\"next\"";
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
