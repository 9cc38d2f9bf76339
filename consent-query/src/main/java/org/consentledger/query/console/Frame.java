package org.consentledger.query.console;

import java.time.Instant;
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

    private static final int BRIEF = 13;
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

    /** As {@link Format#moment}. */
    public String moment(@Nullable Instant moment) {
        return format().moment(moment);
    }

    /** As {@link Format#day}. */
    public String day(@Nullable Instant moment) {
        return format().day(moment);
    }

    /** As {@link Format#number}. */
    public String number(long number) {
        return format().number(number);
    }

    /** As {@link Format#country}. */
    public String country(String code) {
        return format().country(code);
    }

    /** A digest or an identifier, so short that it can be told from others at a glance. */
    public String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }

    private Format format() {
        return new Format(visit.language());
    }
}
