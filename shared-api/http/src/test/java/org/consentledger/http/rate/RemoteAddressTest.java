package org.consentledger.http.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::1, 0:0:0:0",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2::ffff, 2001:db8:1:2",
        "2001:db8:1:3::ffff, 2001:db8:1:3",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void whoHasOneAddressOfANetworkHasThemAll(String address, String counted) throws UnknownHostException {
        var written = InetAddress.getByName(address).getHostAddress();

        assertThat(RemoteAddress.network(written)).isEqualTo(counted);
    }
}
