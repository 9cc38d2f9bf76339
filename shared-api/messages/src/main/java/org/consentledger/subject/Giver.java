package org.consentledger.subject;

import org.jspecify.annotations.Nullable;

/**
 * Who acted.
 *
 * @param reference upstream's reference for the guardian, delegate or operator; personal data
 * @param authority what entitles a delegate to act, such as the date of a power of attorney; personal data. A delegate
 *     names one; it is null once the subject was erased
 */
public record Giver(
        Kind kind, @Nullable String reference, @Nullable String authority) {

    /** In what capacity they acted. */
    public enum Kind {
        SUBJECT,
        /** Holder of parental responsibility (GDPR Art. 8) or legal guardian. */
        GUARDIAN,
        /** Acts by an authority that must be named. */
        DELEGATE,
        /** A member of staff, on the subject's instruction. */
        OPERATOR
    }

    public static Giver theSubject() {
        return new Giver(Kind.SUBJECT, null, null);
    }

    /** The same capacity, with these personal data. */
    public Giver with(PersonalData personal) {
        return new Giver(kind, personal.giverReference(), personal.giverAuthority());
    }
}
