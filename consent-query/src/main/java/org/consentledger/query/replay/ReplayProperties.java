package org.consentledger.query.replay;

import java.math.BigDecimal;
import java.time.Duration;
import org.consentledger.setting.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may change about replays.
 *
 * @param waitingMax how many may wait for their turn, on all nodes together; more are answered 503
 * @param keptFor how long what a replay rebuilt is kept after it ended
 * @param shareWhileBusy of the time in which events are being recorded, how much a replay works; the rest it pauses
 */
@Validated
@ConfigurationProperties("replay")
record ReplayProperties(
        @DefaultValue("16") @Between(from = "1", to = "1000")
        int waitingMax,

        @DefaultValue("24h") @Between(from = "1s", to = "365d")
        Duration keptFor,

        @DefaultValue("0.1") @Between(from = "0.001", to = "1")
        BigDecimal shareWhileBusy) {}
