package org.consentledger.query.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in the console somebody wants to go. Whatever a browser could take for another host is none: then it is {@code /}. */
final class LocalPath {

    static final String HOME = "/";

    private static final int LENGTH_MAX = 1_500;

    /** Path and query (RFC 3986) of visible ASCII. A browser takes a backslash for a slash, and drops tabs and line ends. */
    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\#]]*");

    private LocalPath() {}

    static String of(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : HOME;
    }

    private static boolean isLocal(String wanted) {
        if (wanted.length() > LENGTH_MAX || !FORM.matcher(wanted).matches()) {
            return false;
        }
        try {
            var uri = new URI(wanted);
            return !uri.isAbsolute() && uri.getRawAuthority() == null && !leadsBack(uri.getRawPath());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** To sign in so as to sign in would never end. */
    private static boolean leadsBack(String path) {
        return path.equals("/sign-in") || path.startsWith("/sign-in/") || path.equals("/sign-out");
    }

    /** The same of an address in full, of which scheme and host do not matter. */
    static String inside(@Nullable String address) {
        try {
            var uri = new URI(address == null ? HOME : address);
            var query = uri.getRawQuery();
            return of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException _) {
            return HOME;
        }
    }
}
