package org.consentledger.query.timeline;

import org.consentledger.query.consent.PlacedFact;
import org.consentledger.query.console.Format;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.transfer.TransferTallies;
import org.jspecify.annotations.Nullable;

/** What bars and marks say in words, to whoever points at them and to whoever hears them read. */
record Sayings(Words words, Language language) {

    String word(Standing standing) {
        return words.in(language, "term.state." + standing.name());
    }

    /** @param late the fact that came in late; null if it did not */
    String bar(Segment segment, @Nullable PlacedFact late) {
        var format = new Format(language);
        var sentence = words.in(
                language,
                segment.to() == null ? "timeline.bar.open" : "timeline.bar",
                segment.purpose(),
                word(segment.standing()),
                format.day(segment.from()),
                format.day(segment.to()));
        return late == null
                ? sentence
                : sentence + ", "
                        + words.in(language, "timeline.bar.late", late.delay().toDays());
    }

    String mark(TransferTallies.Count count) {
        var format = new Format(language);
        var kind = words.in(language, "term.transfer." + count.kind().name());
        return count.number() == 1
                ? words.in(
                        language,
                        "timeline.mark",
                        count.purpose(),
                        count.recipient(),
                        kind,
                        format.moment(count.first()))
                : words.in(
                        language,
                        "timeline.mark.many",
                        count.purpose(),
                        format.number(count.number()),
                        kind,
                        format.day(count.first()),
                        format.day(count.last()));
    }
}
