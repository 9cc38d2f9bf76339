package org.consentledger.chaos.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bodies of commands, each with the marker of its order. */
final class Bodies {

    /** Where all transfers go. */
    private static final String RECIPIENT = "mailing-house";

    private Bodies() {}

    /** Of give-consent and refuse-consent; may be added to. */
    static Map<String, Object> consent(long n, String subject, List<String> purposes) {
        var body = new HashMap<String, Object>();
        body.put("subject", subject);
        body.put("notice", "reference");
        body.put("noticeVersion", "2016-10");
        body.put("purposes", purposes);
        body.put(
                "evidence",
                Map.of("channel", "WEB_FORM", "form", "EXPLICIT", "locale", "en", "collectedBy", "web-shop"));
        body.put("collectedAt", Marker.time(n));
        return body;
    }

    /** Of revoke-consent and objections. */
    static Map<String, Object> said(String subject, String purpose, String when, long n) {
        return Map.of("subject", subject, "purposes", List.of(purpose), "channel", "EMAIL", when, Marker.time(n));
    }

    /** Of record-transfer; may be taken from. */
    static Map<String, Object> transfer(long n, String subject, String intent, String purpose, Instant at) {
        var body = new HashMap<String, Object>();
        body.put("subject", subject);
        body.put("recipient", RECIPIENT);
        body.put("purpose", purpose);
        body.put("dataCategories", List.of("contact"));
        body.put("intent", intent);
        body.put("occurredAt", at);
        body.put("reference", Marker.reference(n));
        return body;
    }

    static Map<String, Object> safeguard(long n) {
        var body = new HashMap<String, Object>();
        body.put("recipient", RECIPIENT);
        body.put("kind", "STANDARD_CLAUSES");
        body.put("reference", Marker.reference(n));
        body.put("validFrom", Marker.time(n));
        return body;
    }

    static Map<String, Object> recipient(long n) {
        var body = new HashMap<String, Object>();
        body.put("recipient", Marker.reference(n));
        body.put("name", "Printer " + n);
        body.put("class", "SUB_SUPPLIER");
        body.put("country", "IT");
        return body;
    }

    static Map<String, Object> notice(long n) {
        var body = new HashMap<String, Object>();
        body.put("notice", Marker.reference(n));
        body.put("version", "1");
        body.put("effectiveFrom", Marker.time(n));
        body.put("asksAgain", false);
        body.put("homeArea", List.of("EEA"));
        body.put("purposes", List.of(purpose(n)));
        return body;
    }

    private static Map<String, Object> purpose(long n) {
        var purpose = new HashMap<String, Object>();
        purpose.put("purpose", "purpose-" + n);
        purpose.put("basis", "CONTRACT");
        purpose.put("form", "NONE");
        purpose.put("dataCategories", List.of("contact"));
        purpose.put("recipientClasses", List.of("SUB_SUPPLIER"));
        return purpose;
    }
}
