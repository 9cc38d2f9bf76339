package org.consentledger.notice;

import java.util.Collection;
import org.consentledger.Outcome;
import org.consentledger.RejectionCode;

/** When a notice version may be published. */
public final class NoticeRules {

    private NoticeRules() {}

    /**
     * A version is immutable: the same content again says the same fact, other content is a conflict.
     *
     * @param published the versions of this notice so far
     */
    public static Outcome<NoticePublished> decide(PublishNotice command, Collection<Notice> published) {
        var notice = command.notice();
        var existing = published.stream()
                .filter(n -> n.version().equals(notice.version()))
                .findFirst();
        if (existing.isEmpty() || existing.get().equals(notice)) {
            return Outcome.accepted(new NoticePublished(notice));
        }
        return Outcome.rejected(
                RejectionCode.NOTICE_VERSION_CONFLICT,
                "/version",
                "version " + notice.version() + " of notice " + notice.notice()
                        + " was published with other content; publish a new version");
    }
}
