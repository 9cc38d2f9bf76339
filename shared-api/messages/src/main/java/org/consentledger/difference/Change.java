package org.consentledger.difference;

import org.consentledger.notice.Notice;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.ConsentStatus.Ending;
import org.jspecify.annotations.Nullable;

/** One thing that lies between two moments for one purpose, with how the subject stood before and after it. */
public sealed interface Change {

    ConsentStatus before();

    ConsentStatus after();

    /** Whether it made a difference, or was overruled by something else. */
    default boolean counts() {
        return !before().equals(after());
    }

    /**
     * The subject said something between the two world times.
     *
     * @param fact at its world time; before and after are those around it
     */
    record Said(ConsentFact fact, ConsentStatus before, ConsentStatus after) implements Change {}

    /**
     * Nobody said anything: a consent ended as time went by.
     *
     * @param ending how, and when
     * @param askedAgainBy the notice version that asks again; null if the consent's validity ended
     */
    record Ended(Ending ending, @Nullable Notice askedAgainBy, ConsentStatus before, ConsentStatus after)
            implements Change {}

    /**
     * The ledger learnt, between its two times, what the subject had said by the earlier world time.
     *
     * @param fact late; before and after are how the subject was known to stand at that world time, without it and with it
     */
    record Learnt(ConsentFact fact, ConsentStatus before, ConsentStatus after) implements Change {}

    /**
     * The ledger learnt, between its two times, of a notice that was in force by the earlier world time.
     *
     * @param askedAgainBy the version that asks again; null if one became known by which consents count after all
     */
    record NoticeLearnt(@Nullable Notice askedAgainBy, ConsentStatus before, ConsentStatus after) implements Change {}
}
