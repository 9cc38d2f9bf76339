package org.consentledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.at;
import static org.consentledger.Example.justBefore;
import static org.consentledger.Example.notice;
import static org.consentledger.Example.onConsent;
import static org.consentledger.Example.revoked;

import java.time.Instant;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Notice V1 = notice("terms", "v1", "2016-01-01T00:00", onConsent("news"));
    private static final Notice V2 = notice("terms", "v2", "2017-01-01T00:00", onConsent("news"));

    @Test
    void an_empty_catalogue_knows_nothing() {
        assertThat(Catalogue.EMPTY.position()).isEqualTo(-1);
        assertThat(Catalogue.EMPTY.knowsNotice("terms")).isFalse();
        assertThat(Catalogue.EMPTY.recipient("host")).isEmpty();
        assertThat(Catalogue.EMPTY.inForce(Instant.MAX)).isEmpty();
    }

    @Test
    void it_remembers_the_position_of_the_last_event_that_concerned_it() {
        var catalogue =
                Catalogue.EMPTY.with(new NoticePublished(V1), 3).with(revoked("news", at("2016-06-01T00:00")), 4);

        assertThat(catalogue.position()).isEqualTo(3);
        assertThat(catalogue.with(registered("host"), 7).position()).isEqualTo(7);
    }

    @Test
    void a_catalogue_never_changes_but_gives_way_to_another() {
        Catalogue.EMPTY.with(new NoticePublished(V1), 0).with(registered("host"), 1);

        assertThat(Catalogue.EMPTY.notices()).isEmpty();
        assertThat(Catalogue.EMPTY.recipients()).isEmpty();
    }

    @Test
    void it_finds_notice_versions_and_recipients_by_code() {
        var catalogue = published(V2, V1)
                .with(registered("host"), 2)
                .with(new RecipientRetired("host", at("2017-01-01T00:00")), 3);

        assertThat(catalogue.knowsNotice("terms")).isTrue();
        assertThat(catalogue.notice("terms", "v1")).contains(V1);
        assertThat(catalogue.notice("terms", "v3")).isEmpty();
        assertThat(catalogue.notice("other", "v1")).isEmpty();
        assertThat(catalogue.recipient("host")).map(Recipient::retiredAt).contains(at("2017-01-01T00:00"));
        assertThat(catalogue.recipient("other")).isEmpty();
    }

    @Test
    void it_lists_notices_by_code_and_their_versions_in_order_of_publication() {
        var annex = notice("annex", "v1", "2016-01-01T00:00");

        assertThat(published(V2, annex, V1).allNotices()).containsExactly(annex, V2, V1);
    }

    @Test
    void a_version_is_in_force_from_its_moment_until_the_next_one_whatever_the_order_of_publication() {
        for (var catalogue : new Catalogue[] {published(V1, V2), published(V2, V1)}) {
            assertThat(catalogue.inForce(justBefore(V1.effectiveFrom()))).isEmpty();
            assertThat(catalogue.inForce(V1.effectiveFrom())).containsExactly(V1);
            assertThat(catalogue.inForce(justBefore(V2.effectiveFrom()))).containsExactly(V1);
            assertThat(catalogue.inForce(V2.effectiveFrom())).containsExactly(V2);
        }
    }

    @Test
    void of_two_versions_for_the_same_moment_the_one_published_later_is_in_force() {
        var corrected = notice("terms", "v1-corrected", "2016-01-01T00:00", onConsent("news"));

        assertThat(published(V1, corrected).inForce(V1.effectiveFrom())).containsExactly(corrected);
        assertThat(published(corrected, V1).inForce(V1.effectiveFrom())).containsExactly(V1);
    }

    @Test
    void the_notice_that_became_effective_last_has_the_last_word_on_a_purpose() {
        var annex = notice("annex", "v1", "2016-06-01T00:00", onConsent("news"));

        for (var catalogue : new Catalogue[] {published(V1, annex, V2), published(V2, annex, V1)}) {
            assertThat(catalogue.purposeInForce("news", justBefore(annex.effectiveFrom())))
                    .map(PurposeInForce::notice)
                    .contains(V1);
            assertThat(catalogue.purposeInForce("news", annex.effectiveFrom()))
                    .map(PurposeInForce::notice)
                    .contains(annex);
            assertThat(catalogue.purposeInForce("news", V2.effectiveFrom()))
                    .map(PurposeInForce::notice)
                    .contains(V2);
            assertThat(catalogue.purposeInForce("other", V2.effectiveFrom())).isEmpty();
        }
    }

    @Test
    void of_two_notices_effective_at_the_same_moment_the_version_published_later_has_the_last_word() {
        var annex = notice("annex", "v1", "2017-01-01T00:00", onConsent("news"));

        assertThat(published(V1, annex, V2).purposeInForce("news", V2.effectiveFrom()))
                .map(PurposeInForce::notice)
                .contains(V2);
        assertThat(published(V1, V2, annex).purposeInForce("news", V2.effectiveFrom()))
                .map(PurposeInForce::notice)
                .contains(annex);
    }

    @Test
    void a_version_not_yet_effective_does_not_lend_its_publication_to_the_one_in_force() {
        var annex = notice("annex", "v1", "2016-01-01T00:00", onConsent("news"));

        assertThat(published(V1, annex, V2).purposeInForce("news", V1.effectiveFrom()))
                .map(PurposeInForce::notice)
                .contains(annex);
    }

    @Test
    void a_purpose_dropped_by_the_version_in_force_is_gone() {
        var silent = notice("terms", "v3", "2018-01-01T00:00");

        assertThat(published(V1, silent).purposeInForce("news", silent.effectiveFrom()))
                .isEmpty();
    }

    @Test
    void consents_are_asked_again_from_the_first_later_version_that_says_so() {
        var v3 = asking("v3", "2018-05-25T00:00");
        var v4 = asking("v4", "2019-05-25T00:00");
        var v5 = notice("terms", "v5", "2020-01-01T00:00");
        var catalogue = published(V1, V2, v3, v4, v5);

        assertThat(catalogue.askedAgainAt("terms", "v1", justBefore(v3.effectiveFrom())))
                .isEmpty();
        assertThat(catalogue.askedAgainAt("terms", "v1", v3.effectiveFrom())).contains(v3.effectiveFrom());
        assertThat(catalogue.askedAgainAt("terms", "v2", Instant.MAX)).contains(v3.effectiveFrom());
        assertThat(catalogue.askedAgainAt("terms", "v3", Instant.MAX)).contains(v4.effectiveFrom());
        assertThat(catalogue.askedAgainAt("terms", "v4", Instant.MAX)).isEmpty();
        assertThat(catalogue.askedAgainAt("terms", "v5", Instant.MAX)).isEmpty();
    }

    @Test
    void only_the_same_notice_asks_again() {
        assertThat(published(V1, notice("annex", "v2", "2018-05-25T00:00", true))
                        .askedAgainAt("terms", "v1", Instant.MAX))
                .isEmpty();
        assertThat(published(asking("v3", "2018-05-25T00:00")).askedAgainAt("terms", "unheard-of", Instant.MAX))
                .isEmpty();
    }

    @Test
    void a_version_corrected_for_its_very_moment_never_asked_again() {
        var hasty = asking("v3", "2018-05-25T00:00");
        var corrected = notice("terms", "v3-corrected", "2018-05-25T00:00");

        assertThat(published(V1, hasty, corrected).askedAgainAt("terms", "v1", Instant.MAX))
                .isEmpty();
        assertThat(published(V1, corrected, hasty).askedAgainAt("terms", "v1", Instant.MAX))
                .contains(hasty.effectiveFrom());
    }

    private static Notice asking(String version, String effectiveFrom) {
        return notice("terms", version, effectiveFrom, true, onConsent("news"));
    }

    private static Catalogue published(Notice... notices) {
        var catalogue = Catalogue.EMPTY;
        for (var notice : notices) {
            catalogue = catalogue.with(new NoticePublished(notice), catalogue.position() + 1);
        }
        return catalogue;
    }

    private static RecipientRegistered registered(String code) {
        return new RecipientRegistered(code, "Hosting", RecipientClass.HOSTING_PROVIDER, "US");
    }
}
