package org.consentledger.command.bulk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines as callers write them. */
final class Line {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Line() {}

    static String of(String command, String key, String body) {
        return "{\"command\":\"%s\",\"idempotencyKey\":\"%s\",\"body\":%s}"
                .formatted(command, key, body.replaceAll("\\s*\n\\s*", ""));
    }

    static String give(String subject, String key) {
        return of("give-consent", key, """
                {"subject":"%s","notice":"bulk","noticeVersion":"v1","purposes":["news"],
                 "evidence":{"channel":"WEB_FORM","form":"EXPLICIT"},"collectedAt":"2016-11-02T10:15:00Z"}""".formatted(subject));
    }

    static String revoke(String subject, String key) {
        return of("revoke-consent", key, """
                {"subject":"%s","purposes":["news"],"channel":"EMAIL","revokedAt":"2016-12-01T08:00:00Z"}""".formatted(subject));
    }

    static String transfer(String subject, String key, String at) {
        return of("record-transfer", key, """
                {"subject":"%s","recipient":"house","purpose":"news","dataCategories":["contact"],
                 "intent":"AUTHORISE","occurredAt":"%s"}""".formatted(subject, at));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
