package org.consentledger.query.replay;

import java.util.List;

/**
 * The replays that are known.
 *
 * @param replays the newest first, without their reports
 */
record ReplaysView(List<ReplayView> replays) {

    ReplaysView {
        replays = List.copyOf(replays);
    }
}
