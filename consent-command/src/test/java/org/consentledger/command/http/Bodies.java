package org.consentledger.command.http;

import java.util.Map;
import java.util.TreeMap;

/** One complete, valid body for every command; every field it can have is there. */
final class Bodies {

    static final Map<String, String> COMPLETE = new TreeMap<>(Map.ofEntries(
            Map.entry("give-consent", """
                    {"subject":"cust-1001","notice":"reference","noticeVersion":"2016-10",
                     "purposes":["business-notices","website-images"],
                     "evidence":{"channel":"WEB_FORM","form":"EXPLICIT",
                      "statementSha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                      "locale":"en","collectedBy":"web-shop"},
                     "giver":{"kind":"DELEGATE","reference":"agent-7","authority":"power of attorney of 2016-05-01"},
                     "collectedAt":"2016-11-02T11:15:00.1234567+01:00","validUntil":"2018-11-02T10:15:00Z"}
                    """),
            Map.entry("refuse-consent", """
                    {"subject":"cust-1001","notice":"reference","noticeVersion":"2016-10","purposes":["business-notices"],
                     "evidence":{"channel":"PHONE","form":"NONE","statementSha256":null,"locale":null,"collectedBy":null},
                     "giver":{"kind":"GUARDIAN","reference":"g-1","authority":null},"collectedAt":"2016-11-02T10:15:00Z"}
                    """),
            Map.entry("revoke-consent", """
                    {"subject":"cust-1001","purposes":["business-notices"],"channel":"EMAIL",
                     "giver":{"kind":"SUBJECT"},"revokedAt":"2016-12-01T08:00:00Z"}
                    """),
            Map.entry("object-to-processing", """
                    {"subject":"cust-1001","purposes":["interest-ads"],"channel":"BROWSER_SIGNAL",
                     "giver":{"kind":"SUBJECT"},"objectedAt":"2016-12-01T08:00:00Z"}
                    """),
            Map.entry("withdraw-objection", """
                    {"subject":"cust-1001","purposes":["interest-ads"],"channel":"API",
                     "giver":{"kind":"OPERATOR","reference":"desk-3"},"withdrawnAt":"2016-12-02T08:00:00Z"}
                    """),
            Map.entry("publish-notice", """
                    {"notice":"reference","version":"2016-10","effectiveFrom":"2016-10-01T00:00:00Z","asksAgain":true,
                     "homeArea":["EEA","CH"],
                     "texts":[{"language":"en",
                      "sha256":"7431bb61023a07adc842d5004b1823e8cf7f3fcbd8d2949987ecdb029dfccf22"}],
                     "purposes":[{"purpose":"business-notices","basis":"CONSENT","form":"EXPLICIT",
                      "dataCategories":["contact"],"recipientClasses":["SUB_SUPPLIER"],
                      "crossBorderConsent":"cross-border-hosting","validFor":"P24M"},
                      {"purpose":"legal-duty","basis":"LEGAL_OBLIGATION","form":"NONE",
                      "dataCategories":["contact","invoices"],"recipientClasses":[],
                      "crossBorderConsent":null,"validFor":null}]}
                    """),
            Map.entry("register-recipient", """
                    {"recipient":"mailing-house","name":"Mailing house","class":"SUB_SUPPLIER","country":"IT"}
                    """),
            Map.entry("record-safeguard", """
                    {"recipient":"us-hosting","kind":"CERTIFICATION","framework":"EU-US-SAFE-HARBOR",
                     "reference":"certificate of 2012","validFrom":"2012-03-01T00:00:00Z",
                     "validUntil":"2017-03-01T00:00:00Z"}
                    """),
            Map.entry("withdraw-safeguard", """
                    {"recipient":"us-hosting","kind":"STANDARD_CLAUSES","reference":"scc-1",
                     "withdrawnAt":"2015-10-06T00:00:00Z"}
                    """),
            Map.entry("retire-recipient", """
                    {"recipient":"us-hosting","retiredAt":"2017-01-01T00:00:00Z"}
                    """),
            Map.entry("record-transfer", """
                    {"subject":"cust-1001","recipient":"mailing-house","purpose":"business-notices",
                     "dataCategories":["contact","orders"],"intent":"AUTHORISE",
                     "occurredAt":"2016-11-20T09:00:00Z","reference":"job-77"}
                    """),
            Map.entry("erase-subject", """
                    {"subject":"cust-1001","erasedAt":"2016-12-01T08:00:00Z"}
                    """),
            Map.entry("place-legal-hold", """
                    {"subject":"cust-1001","hold":"case-2016-17","reason":"claim of a neighbour",
                     "placedAt":"2016-12-01T08:00:00Z","heldUntil":"2019-12-01T00:00:00Z"}
                    """),
            Map.entry("release-legal-hold", """
                    {"subject":"cust-1001","hold":"case-2016-17","releasedAt":"2017-12-01T08:00:00Z"}
                    """)));

    private Bodies() {}
}
