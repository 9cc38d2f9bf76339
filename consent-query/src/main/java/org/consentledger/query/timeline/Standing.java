package org.consentledger.query.timeline;

import java.util.Locale;
import org.consentledger.timeline.ConsentState;

/** What a bar of the picture can say; in the words of {@link ConsentState}, and an objection. */
enum Standing {
    GIVEN,
    REFUSED,
    REVOKED,
    EXPIRED,
    OUTDATED,
    OBJECTED;

    /** Not of a consent that was not given: that is no bar. */
    static Standing of(ConsentState state) {
        return valueOf(state.name());
    }

    /** The class of the bar in the stylesheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
