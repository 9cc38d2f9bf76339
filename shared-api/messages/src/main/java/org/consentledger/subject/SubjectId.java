package org.consentledger.subject;

import java.util.regex.Pattern;

/**
 * The ledger's pseudonym for a subject: {@code s-} and 32 hexadecimal digits of a keyed hash of the upstream reference.
 * Names the subject's stream; says nothing about the person without the key, so it may stand in logs.
 */
public record SubjectId(String value) {

    private static final Pattern FORM = Pattern.compile("s-[0-9a-f]{32}");

    /**
     * Takes a pseudonym already derived.
     *
     * @throws IllegalArgumentException if the value is not of that form
     */
    public SubjectId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a subject id is s- and 32 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
