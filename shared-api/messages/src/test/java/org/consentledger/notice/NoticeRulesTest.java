package org.consentledger.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Decided.accepted;
import static org.consentledger.Decided.assertRejected;
import static org.consentledger.Example.NOTICE;
import static org.consentledger.Example.notice;
import static org.consentledger.Example.onConsent;

import java.util.List;
import org.consentledger.RejectionCode;
import org.junit.jupiter.api.Test;

class NoticeRulesTest {

    private static final Notice V1 = notice(NOTICE, "v1", "2016-10-01T00:00", onConsent("newsletter"));

    @Test
    void the_first_version_is_published() {
        assertThat(accepted(NoticeRules.decide(new PublishNotice(V1), List.of())))
                .containsExactly(new NoticePublished(V1));
    }

    @Test
    void another_version_is_published_beside_the_first_even_if_it_says_the_same() {
        var v2 = notice(NOTICE, "v2", "2016-10-01T00:00", onConsent("newsletter"));

        assertThat(accepted(NoticeRules.decide(new PublishNotice(v2), List.of(V1))))
                .containsExactly(new NoticePublished(v2));
    }

    @Test
    void publishing_the_same_content_again_says_the_same_fact() {
        var again = notice(NOTICE, "v1", "2016-10-01T00:00", onConsent("newsletter"));

        assertThat(accepted(NoticeRules.decide(new PublishNotice(again), List.of(V1))))
                .containsExactly(new NoticePublished(V1));
    }

    @Test
    void a_version_never_changes() {
        var changed = notice(NOTICE, "v1", "2016-10-01T00:00", onConsent("newsletter"), onConsent("images"));
        var moved = notice(NOTICE, "v1", "2016-10-02T00:00", onConsent("newsletter"));

        assertRejected(
                NoticeRules.decide(new PublishNotice(changed), List.of(V1)),
                RejectionCode.NOTICE_VERSION_CONFLICT,
                "/version");
        assertRejected(
                NoticeRules.decide(new PublishNotice(moved), List.of(V1)),
                RejectionCode.NOTICE_VERSION_CONFLICT,
                "/version");
    }

    @Test
    void all_versions_of_a_notice_share_its_stream() {
        assertThat(new PublishNotice(V1).streamId()).isEqualTo("notice-reference");
    }
}
