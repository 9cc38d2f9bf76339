package org.consentledger.query.decision;

import java.time.Instant;
import java.util.Locale;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.UtcTime;
import org.consentledger.query.language.Words;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.Verdict;

/** What became of a transfer, then and today, in plain words. */
record DecisionWords(Words words, Language language) {

    String decided(RecordedEvent recorded, TransferEvent event) {
        var transfer = event.transfer();
        var what = switch (event.intent()) {
            case AUTHORISE -> event.reasons().isEmpty() ? "permitted" : "refused";
            case REPORT -> event.reasons().isEmpty() ? "reported" : "reported-with-findings";
        };
        return say(
                what,
                transfer.recipient(),
                transfer.purpose(),
                String.join(", ", transfer.dataCategories()),
                UtcTime.in(language, transfer.occurredAt()),
                UtcTime.in(language, recorded.recordedAt()));
    }

    String reproduced(boolean same, boolean sameGround) {
        return say(same ? sameGround ? "reproduced.same" : "reproduced.other-ground" : "reproduced.differs");
    }

    String registerNotKept() {
        return say("register-not-kept");
    }

    String otherRegister() {
        return say("other-register");
    }

    String learntSince(Instant recordedAt) {
        return say("learnt-since", UtcTime.in(language, recordedAt));
    }

    String otherGround() {
        return say("other-ground");
    }

    String today(String when, Instant at, Verdict verdict, boolean same) {
        var key = "today." + when + "." + (same ? "same" : "differs") + "."
                + verdict.name().toLowerCase(Locale.ROOT);
        return say(key, UtcTime.in(language, at));
    }

    private String say(String key, Object... values) {
        return words.in(language, "decision." + key, values);
    }
}
