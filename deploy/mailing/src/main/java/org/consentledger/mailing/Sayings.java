package org.consentledger.mailing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How everybody stands to one purpose, as far as the events have been read. To read an event twice changes nothing. */
final class Sayings {

    private final Map<String, Saying> last = new ConcurrentHashMap<>();

    void heard(Saying saying) {
        last.merge(saying.subjectId(), saying, Saying::or);
    }

    /** Of whom nothing was heard has not consented. */
    boolean mayBeWrittenTo(String subjectId) {
        var saying = last.get(subjectId);
        return saying != null && saying.isConsent();
    }
}
