package org.consentledger.importing;

import java.util.Arrays;
import java.util.Optional;

/** What a mapping says of a row. */
enum Field {
    COMMAND("command"),
    KEY("key"),
    SUBJECT("subject"),
    NOTICE("notice"),
    NOTICE_VERSION("noticeVersion"),
    PURPOSES("purposes"),
    AT("at"),
    VALID_UNTIL("validUntil"),
    CHANNEL("channel"),
    FORM("form"),
    STATEMENT_SHA256("statementSha256"),
    LOCALE("locale"),
    COLLECTED_BY("collectedBy"),
    GIVER_KIND("giver.kind"),
    GIVER_REFERENCE("giver.reference"),
    GIVER_AUTHORITY("giver.authority");

    private final String title;

    Field(String title) {
        this.title = title;
    }

    /** As mappings write it, and the name of the column that it is taken from without one. */
    String title() {
        return title;
    }

    static Optional<Field> titled(String title) {
        return Arrays.stream(values())
                .filter(field -> field.title.equals(title))
                .findFirst();
    }
}
