package org.consentledger.bench.workload;

import java.time.Instant;

/** Bodies of commands as upstream writes them. */
public final class Bodies {

    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Bodies() {}

    public static String giveConsent(String subject, Instant collectedAt) {
        return "{\"subject\":\"" + subject + "\",\"notice\":\"" + BenchCatalogue.NOTICE + "\",\"noticeVersion\":\""
                + BenchCatalogue.VERSION + "\",\"purposes\":[\"" + BenchCatalogue.PURPOSE
                + "\"],\"evidence\":{\"channel\":\"WEB_FORM\",\"form\":\"EXPLICIT\",\"statementSha256\":\"" + DIGEST
                + "\",\"locale\":\"en\",\"collectedBy\":\"web-shop\"},\"giver\":{\"kind\":\"SUBJECT\"},\"collectedAt\":\""
                + collectedAt + "\",\"validUntil\":null}";
    }

    public static String revokeConsent(String subject, Instant revokedAt) {
        return "{\"subject\":\"" + subject + "\",\"purposes\":[\"" + BenchCatalogue.PURPOSE
                + "\"],\"channel\":\"EMAIL\",\"giver\":{\"kind\":\"SUBJECT\"},\"revokedAt\":\"" + revokedAt + "\"}";
    }

    public static String recordTransfer(String subject, Instant occurredAt) {
        return "{\"subject\":\"" + subject + "\",\"recipient\":\"" + BenchCatalogue.RECIPIENT + "\",\"purpose\":\""
                + BenchCatalogue.PURPOSE + "\",\"dataCategories\":[\"" + BenchCatalogue.CATEGORY
                + "\"],\"intent\":\"AUTHORISE\",\"occurredAt\":\"" + occurredAt + "\",\"reference\":\"job-"
                + occurredAt.toEpochMilli() + "\"}";
    }
}
