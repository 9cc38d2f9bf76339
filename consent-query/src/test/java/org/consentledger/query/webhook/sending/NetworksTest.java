package org.consentledger.query.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a message must not go, whoever asks for it and however the address is written. */
class NetworksTest {

    private static final Networks INTERNET = Networks.internetAnd(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void noSpecialAddressIsReached(String address) {
        assertThat(INTERNET.permit(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "223.255.255.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void theInternetIs(String address) {
        assertThat(INTERNET.permit(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void soIsWhatAnOperatorNamesAndNothingBesideIt() {
        var networks = Networks.internetAnd(List.of("10.1.0.0/16", " fd00:1::/32"));

        assertThat(networks.permit(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(networks.permit(InetAddress.ofLiteral("fd00:1::9"))).isTrue();
        assertThat(networks.permit(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
        assertThat(networks.permit(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
        assertThat(networks.permit(InetAddress.ofLiteral("fd00:2::9"))).isFalse();
        assertThat(networks.permit(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
        assertThat(Networks.internetAnd(List.of("::/0")).permit(InetAddress.ofLiteral("127.0.0.1")))
                .isFalse();
        assertThatThrownBy(() -> Networks.internetAnd(List.of("nowhere")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("WEBHOOK_ADDRESSES ");
    }

    /** One that must not be reached is enough. */
    @Test
    void namesAreJudgedByWhereTheyLead() {
        assertThatThrownBy(() -> new GuardedNames(INTERNET).resolve("localhost"))
                .isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> new GuardedNames(INTERNET).resolve("127.1"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://receiver.example.com/hook       | must be an absolute address of https
            ftp://receiver.example.com/hook        | must be an absolute address of https
            file:///etc/passwd                     | must be an absolute address of https
            https:receiver.example.com             | must name a host
            https:///hook                          | must name a host
            https://receiver.example.com:0/        | must name a port from 1 to 65535, or none
            https://receiver.example.com:65536/    | must name a port from 1 to 65535, or none
            https://a_b.example.com/               | must name a host
            https://user:word@receiver.example.com | must hold neither a user nor a fragment
            https://receiver.example.com/#part     | must hold neither a user nor a fragment
            https://127.0.0.1/                     | must not lead to a network that is not to be reached
            https://127.1/                         | must name a host
            https://2130706433/                    | must not lead to a network that is not to be reached
            https://169.254.169.254/latest         | must not lead to a network that is not to be reached
            https://[::1]:8443/                    | must not lead to a network that is not to be reached
            https://[::ffff:10.0.0.1]/             | must not lead to a network that is not to be reached
            """)
    void aReceiversAddressIsLookedAtBefore(String url, String told) {
        assertThat(ReceiverUrl.fault(url, false, INTERNET)).contains(told);
    }

    @Test
    void nothingIsWrongWithAnOrdinaryOne() {
        assertThat(ReceiverUrl.fault("https://receiver.example.com:8443/a?b=c", false, INTERNET))
                .isEmpty();
        assertThat(ReceiverUrl.fault("http://10.1.2.3/", true, Networks.internetAnd(List.of("10.0.0.0/8"))))
                .isEmpty();
        assertThat(ReceiverUrl.fault("https://8.8.8.8/", false, INTERNET)).isEmpty();
    }
}
