package org.consentledger.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.consentledger.bench.load.Request.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CommandMixTest {

    private static final int COMMANDS = 10_000;
    private static final Pattern COMMAND =
            Pattern.compile("/v1/commands/(\\S+).*\"subject\":\"([^\"]+)\"", Pattern.DOTALL);

    @Test
    void isSixtyTenThirtyAndNobodyIsAskedAboutAfterRevoking() {
        var mix = CommandMix.of("s-", 1);
        var counts = new TreeMap<String, Integer>();
        var revoked = new HashSet<String>();
        for (var i = 0; i < COMMANDS; i++) {
            var request = mix.next();
            var command = COMMAND.matcher(request.toString());
            assertThat(command.find()).isTrue();
            counts.merge(command.group(1), 1, Integer::sum);
            assertThat(revoked).doesNotContain(command.group(2));
            if (command.group(1).equals("revoke-consent")) {
                revoked.add(command.group(2));
            }
            request.answered(new Answer(201, ""));
        }
        assertThat(counts).containsOnlyKeys("give-consent", "record-transfer", "revoke-consent");
        assertThat(counts.get("give-consent")).isBetween(5_800, 6_200);
        assertThat(counts.get("revoke-consent")).isBetween(900, 1_100);
        assertThat(counts.get("record-transfer")).isBetween(2_800, 3_200);
    }

    @Test
    void writesBodiesInTheirForm() {
        var body = JsonMapper.shared().readTree(Bodies.giveConsent("s", Instant.EPOCH));

        assertThat(body.at("/evidence/form").asString()).isEqualTo("EXPLICIT");
        assertThat(body.at("/purposes/0").asString()).isEqualTo(BenchCatalogue.PURPOSE);
        assertThat(JsonMapper.shared()
                        .readTree(BenchCatalogue.PUBLISH_NOTICE)
                        .at("/purposes/0/basis")
                        .asString())
                .isEqualTo("CONSENT");
    }

    @Test
    void neverTellsTheSameTimeTwice() {
        var clock = new WorldClock();
        var times = new HashSet<Instant>();
        for (var i = 0; i < COMMANDS; i++) {
            times.add(clock.next());
        }
        assertThat(times).hasSize(COMMANDS);
    }
}
