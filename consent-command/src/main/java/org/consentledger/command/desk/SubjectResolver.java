package org.consentledger.command.desk;

import java.time.Instant;
import org.consentledger.erasure.ErasureRules;
import org.consentledger.subject.SubjectId;

/** Finds out whom a command is about. */
public interface SubjectResolver {

    /** Who has this reference of upstream's: somebody known, erased, or new. */
    SubjectId of(String reference);

    /**
     * The same for a consent, with which somebody erased may begin anew ({@link ErasureRules#beginsAnew}).
     *
     * @param collectedAt world time of the consent, UTC
     */
    SubjectId consenting(String reference, Instant collectedAt);
}
