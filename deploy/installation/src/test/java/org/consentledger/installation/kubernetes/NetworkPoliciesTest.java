package org.consentledger.installation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkPoliciesTest {

    static Stream<Overlay> overlays() throws Exception {
        return OverlaysTest.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothing_is_open_that_no_policy_names(Overlay overlay) {
        assertThat(policy(overlay, "default-deny").getSpec()).satisfies(spec -> {
            assertThat(spec.getPodSelector().getMatchLabels()).isNullOrEmpty();
            assertThat(spec.getPodSelector().getMatchExpressions()).isNullOrEmpty();
            assertThat(spec.getPolicyTypes()).containsExactly("Ingress", "Egress");
            assertThat(spec.getIngress()).isNullOrEmpty();
            assertThat(spec.getEgress()).isNullOrEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_other_policy_names_who_and_which_port(Overlay overlay) {
        for (var policy : overlay.all(NetworkPolicy.class)) {
            var name = policy.getMetadata().getName();
            policy.getSpec().getIngress().forEach(rule -> {
                assertThat(rule.getFrom()).as(name).isNotEmpty();
                assertThat(rule.getPorts()).as(name).isNotEmpty();
            });
            policy.getSpec().getEgress().forEach(rule -> {
                assertThat(rule.getTo()).as(name).isNotEmpty();
                assertThat(rule.getPorts()).as(name).isNotEmpty();
            });
            var selector = policy.getSpec().getPodSelector();
            assertThat(selector.getMatchExpressions().stream().flatMap(expression -> expression.getValues().stream()))
                    .as(name)
                    .allSatisfy(value -> assertThat(overlay.workloads())
                            .extracting(workload -> workload.getMetadata().getName())
                            .contains(value));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void the_services_reach_names_and_their_database(Overlay overlay) {
        assertThat(policy(overlay, "names").getSpec().getEgress().getFirst().getPorts())
                .extracting(NetworkPoliciesTest::port)
                .containsExactly("UDP 53", "TCP 53");
        assertThat(policy(overlay, "database").getSpec().getEgress())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getPorts())
                        .extracting(NetworkPoliciesTest::port)
                        .containsExactly("TCP 5432"));
    }

    /** The management ports are shut to callers. */
    @ParameterizedTest
    @MethodSource("overlays")
    void callers_and_prometheus_come_in_by_their_own_ports(Overlay overlay) {
        assertThat(policy(overlay, "callers").getSpec().getIngress())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getPorts())
                        .extracting(NetworkPoliciesTest::port)
                        .containsExactly("TCP http"));
        assertThat(policy(overlay, "monitoring").getSpec().getIngress())
                .singleElement()
                .satisfies(rule -> assertThat(rule.getPorts())
                        .extracting(NetworkPoliciesTest::port)
                        .containsExactly("TCP management"));
        assertThat(List.of("consent-command", "consent-query"))
                .isEqualTo(policy(overlay, "callers")
                        .getSpec()
                        .getPodSelector()
                        .getMatchExpressions()
                        .getFirst()
                        .getValues());
    }

    private static String port(NetworkPolicyPort port) {
        return port.getProtocol() + " "
                + (port.getPort().getStrVal() == null
                        ? port.getPort().getIntVal()
                        : port.getPort().getStrVal());
    }

    private static NetworkPolicy policy(Overlay overlay, String name) {
        return overlay.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
