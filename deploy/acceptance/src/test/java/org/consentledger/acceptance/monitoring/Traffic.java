package org.consentledger.acceptance.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.consentledger.acceptance.RunningLedger;

/** What upstream services send on an ordinary day, about a few hundred people, on the reference notice; the same each time. */
record Traffic(RunningLedger ledger) {

    private static final int PEOPLE = 400;
    private static final int SEED = 7;
    private static final List<String> PURPOSES =
            List.of("business-notices", "business-notices", "promotional-statistics", "special-categories");

    void send(int commands) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (var i = 0; i < commands; i++) {
            one(random, "planted-monitored-" + random.nextInt(PEOPLE));
        }
    }

    private void one(RandomGenerator random, String subject) {
        var purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                ledger.send(
                        "give-consent",
                        Map.of(
                                "subject", subject,
                                "notice", "reference",
                                "noticeVersion", "2016-10",
                                "purposes", List.of(purpose),
                                "evidence",
                                        Map.of(
                                                "channel", "PRINTED_FORM",
                                                "form", "WRITTEN",
                                                "statementSha256",
                                                        "2d6548fc34e8a09ad39f7612bb686b858f0bbc74be54dfc6a8704d27c5c603ec",
                                                "locale", "it",
                                                "collectedBy", "fair-stand"),
                                "giver", Map.of("kind", "SUBJECT"),
                                "collectedAt", now()));
            case 4 ->
                ledger.send(
                        "revoke-consent",
                        Map.of(
                                "subject", subject,
                                "purposes", List.of(random.nextInt(5) == 0 ? "*" : purpose),
                                "channel", "EMAIL",
                                "giver", Map.of("kind", "SUBJECT"),
                                "revokedAt", now()));
            case 5 -> ledger.ask("/v1/subjects/" + subject + "/consents");
            default ->
                ledger.send(
                        "record-transfer",
                        Map.of(
                                "subject",
                                subject,
                                "recipient",
                                "mailing-house",
                                "purpose",
                                random.nextInt(8) == 0 ? purpose : PURPOSES.getFirst(),
                                "dataCategories",
                                List.of("contact"),
                                "intent",
                                random.nextInt(40) == 0 ? "REPORT" : "AUTHORISE",
                                "occurredAt",
                                now()));
        }
    }

    private static String now() {
        return Instant.now().toString();
    }
}
