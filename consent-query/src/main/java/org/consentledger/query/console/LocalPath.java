package org.consentledger.query.console;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go after a form: somewhere on this service, whatever the form says. */
public final class LocalPath {

    private static final String HOME = "/";
    private static final int LENGTH_MAX = 2000;

    private LocalPath() {}

    /** The path with its query, if it is one; the home page otherwise. Another host's address never comes out. */
    public static String orHome(String to) {
        if (to.length() > LENGTH_MAX || !to.startsWith("/") || to.startsWith("//") || to.contains("\\")) {
            return HOME;
        }
        try {
            var address = new URI(to);
            return address.isAbsolute() || address.getRawAuthority() != null ? HOME : address.toASCIIString();
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
