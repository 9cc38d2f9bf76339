package org.consentledger.query.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.consentledger.query.console.LocalPath;
import org.jspecify.annotations.Nullable;

/** Where in the console somebody wants to go; {@code /} for whatever is no place in it. */
final class Destination {

    static final String HOME = "/";

    private Destination() {}

    static String of(@Nullable String wanted) {
        var local = wanted == null ? HOME : LocalPath.orHome(wanted);
        return leadsBack(local) ? HOME : local;
    }

    /** To sign in so as to sign in would never end. */
    private static boolean leadsBack(String local) {
        return local.startsWith("/sign-in") || local.startsWith("/sign-out");
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
