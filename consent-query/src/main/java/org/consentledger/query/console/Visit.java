package org.consentledger.query.console;

import org.consentledger.http.access.Caller;
import org.consentledger.query.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a page of the console. Handlers of pages take one; it makes no access: whoever shows a person's data
 * takes a {@link org.consentledger.query.access.Reader} besides.
 *
 * @param language to answer in
 * @param caller who asks; null where nobody has to say so
 * @param purpose why they read, as they stated it; null if they did not
 * @param path of the page, without its query
 * @param query of the page, as it was sent; null if there is none
 * @param isPart whether a page that is already there asks for a part of itself to be replaced
 */
public record Visit(
        Language language,
        Theme theme,
        @Nullable Caller caller,
        @Nullable String purpose,
        String path,
        @Nullable String query,
        boolean isPart) {

    /** Where the page is to be found again. */
    public String address() {
        return query == null ? path : path + "?" + query;
    }

    /** Neither purpose nor query, which may be about somebody. */
    @Override
    public String toString() {
        return "a visit by " + caller;
    }
}
