package org.consentledger.subject;

import org.jspecify.annotations.Nullable;

/**
 * What of an event tells who the person is, or could: stored encrypted under a key of that person, and gone when the key
 * is (GDPR Art. 17). Everything else of an event is counted and decided on, and stays.
 *
 * @param subject upstream's reference for the person
 * @param statementSha256 digest of the document signed or the statement shown; of a signed one there is only one
 * @param locale in which the person was asked
 * @param collectedBy who or what asked
 * @param giverReference upstream's reference for whoever acted for the person
 * @param giverAuthority what entitled them to
 * @param transferReference upstream's own reference for a transfer
 * @param holdReason why a legal hold was placed
 */
public record PersonalData(
        @Nullable String subject,
        @Nullable String statementSha256,
        @Nullable String locale,
        @Nullable String collectedBy,
        @Nullable String giverReference,
        @Nullable String giverAuthority,
        @Nullable String transferReference,
        @Nullable String holdReason) {

    /** Nothing personal: what an event has that never had any, or whose person was erased. */
    public static final PersonalData NONE = new PersonalData(null, null, null, null, null, null, null, null);

    /** Of somebody's own word about themselves or through another. */
    public static PersonalData of(@Nullable String subject, Giver giver) {
        return new PersonalData(subject, null, null, null, giver.reference(), giver.authority(), null, null);
    }
}
