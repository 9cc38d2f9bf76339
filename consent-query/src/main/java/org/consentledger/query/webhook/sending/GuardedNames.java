package org.consentledger.query.webhook.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a receiver's name up, and gives out what may be connected to alone. Connections are made to exactly these addresses, so a
 * name that leads elsewhere the next time it is looked up leads nobody astray.
 */
final class GuardedNames implements DnsResolver {

    private final Networks networks;

    GuardedNames(Networks networks) {
        this.networks = networks;
    }

    /** One address that must not be reached is enough: such a name is not what it was taken for. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!Stream.of(addresses).allMatch(networks::permit)) {
            throw new RefusedAddressException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
