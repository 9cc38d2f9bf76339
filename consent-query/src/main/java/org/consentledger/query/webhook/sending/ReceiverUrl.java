package org.consentledger.query.webhook.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be told of a receiver's address without asking anybody. */
public final class ReceiverUrl {

    /** Digits and points, or colons: an address, and no name, though perhaps in one of its older spellings. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|0[xX][0-9a-fA-F.xX]*|\\[.*]");

    private static final int PORT_MAX = 65_535;

    private ReceiverUrl() {}

    /** What is wrong with it; empty if nothing is. A name is judged by where it leads when it is connected to. */
    public static Optional<String> fault(String url, boolean isPlainPermitted, Networks networks) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("must be an absolute address of https");
        }
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(isPlainPermitted && scheme.equals("http"))) {
            return Optional.of("must be an absolute address of https");
        }
        if (uri.getHost() == null) {
            return Optional.of("must name a host");
        }
        if (uri.getPort() == 0 || uri.getPort() > PORT_MAX) {
            return Optional.of("must name a port from 1 to 65535, or none");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must hold neither a user nor a fragment");
        }
        return isRefused(uri.getHost(), networks)
                ? Optional.of("must not lead to a network that is not to be reached")
                : Optional.empty();
    }

    private static boolean isRefused(String host, Networks networks) {
        if (!LITERAL.matcher(host).matches()) {
            return false;
        }
        try {
            return !networks.permit(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
