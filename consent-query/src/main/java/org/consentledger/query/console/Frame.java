package org.consentledger.query.console;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.consentledger.query.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around every page; templates know it as {@code frame}.
 *
 * @param ledger whose ledger it is; null if the operator gave it no name
 * @param assets the path under which this build's scripts and styles are found
 */
record Frame(Visit visit, List<MenuEntry> menu, @Nullable String ledger, String assets) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu").withZone(ZoneOffset.UTC);
    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final List<Theme> THEMES = List.of(Theme.values());

    public List<Language> languages() {
        return LANGUAGES;
    }

    public List<Theme> themes() {
        return THEMES;
    }

    /** Where a style is, such as {@code console.css}. */
    public String style(String file) {
        return "/style/" + assets + "/" + file;
    }

    /** Where a script is, such as {@code console.js}. */
    public String script(String file) {
        return "/script/" + assets + "/" + file;
    }

    /** The person who is signed in; the client, if the token names no person. */
    public @Nullable String who() {
        var caller = visit.caller();
        return caller == null ? null : caller.principal() == null ? caller.clientId() : caller.principal();
    }

    /** A moment as people read it, to the second, in UTC; empty for none. */
    public String moment(@Nullable Instant moment) {
        return moment == null
                ? ""
                : MOMENT.withLocale(visit.language().locale()).format(moment);
    }

    /** The day of a moment, in UTC; empty for none. */
    public String day(@Nullable Instant moment) {
        return moment == null ? "" : DAY.withLocale(visit.language().locale()).format(moment);
    }

    /** A number with its thousands set apart. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(visit.language().locale()).format(number);
    }
}
