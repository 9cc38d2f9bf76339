package org.consentledger.http.access;

import java.util.List;
import org.consentledger.setting.SettingException;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** From where metrics may be read without a token. */
final class TrustedNetworks {

    private TrustedNetworks() {}

    /**
     * By the address of the connection: what a proxy says of others is not asked.
     *
     * @throws SettingException if one is no network
     */
    static List<? extends RequestMatcher> of(List<String> networks) {
        try {
            return networks.stream().map(IpAddressMatcher::new).toList();
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "LEDGER_METRICS_FROM must name networks, such as 10.0.0.0/8,fd00::/8, separated by commas.", e);
        }
    }
}
