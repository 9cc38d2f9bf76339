package org.consentledger.query.notice;

import java.time.Instant;
import java.util.List;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticeText;
import org.consentledger.notice.Purpose;

/**
 * A version of a notice as it was published.
 *
 * @param effectiveFrom world time from which it is in force, UTC
 * @param asksAgain whether consents given under earlier versions no longer count once this one is in force
 * @param inForce whether it is the notice's version in force now
 */
record NoticeView(
        String notice,
        String version,
        Instant effectiveFrom,
        boolean asksAgain,
        List<String> homeArea,
        List<NoticeText> texts,
        List<Purpose> purposes,
        boolean inForce) {

    static NoticeView of(Notice notice, boolean inForce) {
        return new NoticeView(
                notice.notice(),
                notice.version(),
                notice.effectiveFrom(),
                notice.asksAgain(),
                notice.homeArea(),
                notice.texts(),
                notice.purposes(),
                inForce);
    }
}
