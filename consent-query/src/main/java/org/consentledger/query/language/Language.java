package org.consentledger.query.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the ledger speaks to people. What services read, such as codes and problems, is in none of them. */
public enum Language {
    ENGLISH("en"),
    ITALIAN("it");

    /** For whoever reads none of them. */
    static final Language DEFAULT = ENGLISH;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47, and the value of {@code lang} in a page. */
    public String tag() {
        return tag;
    }

    /** By which texts, numbers and dates are written. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Empty if the ledger does not speak it. */
    public static Optional<Language> of(String tag) {
        return Stream.of(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** The best of those that somebody prefers (RFC 4647, section 3.4). */
    static Language preferredIn(List<Locale.LanguageRange> preferences) {
        var tag = Locale.lookupTag(
                preferences, Stream.of(values()).map(Language::tag).toList());
        return tag == null ? DEFAULT : of(tag).orElse(DEFAULT);
    }
}
