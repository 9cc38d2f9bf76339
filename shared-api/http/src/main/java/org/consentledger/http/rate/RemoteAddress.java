package org.consentledger.http.rate;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address a request comes from, as it counts: of IPv6 the first 64 bits, for whoever has one address there has all
 * that begin so (RFC 6177, section 2).
 */
final class RemoteAddress {

    private static final int GROUPS = 4;

    private RemoteAddress() {}

    static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    /** @param address as Java writes it, without {@code ::} */
    static String network(String address) {
        var end = -1;
        for (var group = 0; group < GROUPS; group++) {
            end = address.indexOf(':', end + 1);
            if (end < 0) {
                return address;
            }
        }
        return address.substring(0, end);
    }
}
