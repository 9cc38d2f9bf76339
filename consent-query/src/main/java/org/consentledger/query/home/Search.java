package org.consentledger.query.home;

import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.subject.SubjectFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what somebody typed to the page it leads to: a recipient's code, a pseudonym, or upstream's reference of a subject. */
@Component
class Search {

    private static final Pattern PSEUDONYM = Pattern.compile("s-[0-9a-f]{32}");
    private static final String SUBJECTS = "/subjects/";

    private final CatalogueReader catalogue;
    private final SubjectFilter subjects;

    Search(CatalogueReader catalogue, SubjectFilter subjects) {
        this.catalogue = catalogue;
        this.subjects = subjects;
    }

    /**
     * Where it leads.
     *
     * @param path of the page; null if there is none
     * @param subjectId of the subject to whom a reference led; null if none did
     * @param isErased whether the reference was that of somebody who is erased, and leads nowhere any more
     */
    record Found(@Nullable String path, @Nullable String subjectId, boolean isErased) {}

    /** A reference may begin or end with a space, and what was pasted may too: the former is looked for first. */
    Found of(String typed) {
        var text = typed.strip();
        return recipient(text)
                .or(() -> pseudonym(text))
                .orElseGet(() -> reference(subjects.known(typed).subject() == null ? text : typed));
    }

    private Optional<Found> recipient(String text) {
        return catalogue.current().recipient(text).map(known -> new Found("/recipients/" + text, null, false));
    }

    private static Optional<Found> pseudonym(String text) {
        return PSEUDONYM.matcher(text).matches()
                ? Optional.of(new Found(SUBJECTS + text, null, false))
                : Optional.empty();
    }

    private Found reference(String text) {
        var known = subjects.known(text);
        var id = known.legibleId();
        return new Found(id == null ? null : SUBJECTS + id, id, known.erasedAt() != null);
    }
}
