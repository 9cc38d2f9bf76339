package org.consentledger.chaos.relay;

import java.util.List;

/**
 * What came of a run.
 *
 * @param events in the ledger in the end
 * @param relayKills of nodes that relayed
 * @param takenBack records that were sent and never committed, which a consumer that reads all of it saw besides
 * @param findings what is not as it must be
 */
record RelayResult(long events, int brokerKills, int relayKills, long takenBack, List<String> findings) {

    boolean isGood() {
        return findings.isEmpty() && events > 0 && brokerKills > 0 && relayKills > 0;
    }

    String lastLine() {
        return "relayed=" + events + " findings=" + findings.size() + " broker-kills=" + brokerKills + " relay-kills="
                + relayKills + " taken-back=" + takenBack;
    }
}
