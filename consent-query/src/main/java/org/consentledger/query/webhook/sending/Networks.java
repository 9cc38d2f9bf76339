package org.consentledger.query.webhook.sending;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.consentledger.setting.SettingException;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Which addresses may be connected to: those of the internet, and those that an operator names. */
public final class Networks {

    /** The registry of special-purpose addresses (RFC 6890), besides what Spring Security counts as internal, and multicast. */
    private static final List<InetAddressMatcher> SPECIAL = matchers(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3"));

    /** Of IPv6 what is not unicast to anywhere (2000::/3), and of that what is special or holds an address of IPv4. */
    private static final List<InetAddressMatcher> SPECIAL_6 =
            matchers(List.of("::/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/2", "8000::/1"));

    private static final InetAddressMatcher EXTERNAL =
            InetAddressMatchers.matchExternal().build();

    private final List<InetAddressMatcher> named;
    private final List<InetAddressMatcher> named6;

    private Networks(List<InetAddressMatcher> named, List<InetAddressMatcher> named6) {
        this.named = named;
        this.named6 = named6;
    }

    /**
     * Those of the internet, and these.
     *
     * @param networks such as 10.1.0.0/16 or fd00::/8
     * @throws SettingException if one is no network
     */
    public static Networks internetAnd(List<String> networks) {
        try {
            var named = networks.stream().map(String::strip).toList();
            return new Networks(
                    matchers(named.stream().filter(network -> !isOf6(network)).toList()),
                    matchers(named.stream().filter(Networks::isOf6).toList()));
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "WEBHOOK_ADDRESSES must name networks, such as 10.1.0.0/16,fd00::/8, separated by commas.", e);
        }
    }

    /** Whether it may be connected to. */
    boolean permit(InetAddress address) {
        // a network of one family is not compared with an address of the other
        return address instanceof Inet6Address ? permit(address, named6, SPECIAL_6) : permit(address, named, SPECIAL);
    }

    private static boolean permit(
            InetAddress address, List<InetAddressMatcher> named, List<InetAddressMatcher> special) {
        return isIn(named, address) || (EXTERNAL.matches(address) && !isIn(special, address));
    }

    private static boolean isIn(List<InetAddressMatcher> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    private static boolean isOf6(String network) {
        return network.contains(":");
    }

    private static List<InetAddressMatcher> matchers(List<String> networks) {
        return networks.stream().map(InetAddressMatchers::fromIpAddress).toList();
    }
}
