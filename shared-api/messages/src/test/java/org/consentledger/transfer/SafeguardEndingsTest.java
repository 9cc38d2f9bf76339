package org.consentledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.Framework;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SafeguardEndingsTest {

    private static final Instant NOW = at("2016-11-07T09:00");
    private static final Instant IN_TEN_DAYS = at("2016-11-17T09:00");
    private static final Instant IN_A_YEAR = at("2017-11-07T09:00");
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final LegalRegister NO_LAW = new LegalRegister("digest", List.of(), List.of(), List.of());

    @Test
    void whatEndsWithinTheTimeIsExpiring() {
        assertThat(of(clauses("a", IN_TEN_DAYS))).isEqualTo(new SafeguardEndings(1, 0));
        assertThat(of(clauses("a", NOW.plus(THIRTY_DAYS)))).isEqualTo(new SafeguardEndings(1, 0));
        assertThat(of(clauses("a", NOW.plus(THIRTY_DAYS).plusSeconds(1)))).isEqualTo(new SafeguardEndings(0, 0));
        assertThat(of(clauses("a", null))).isEqualTo(new SafeguardEndings(0, 0));
    }

    @Test
    void whereAnotherCoversOnNothingIsExpiring() {
        assertThat(of(clauses("a", IN_TEN_DAYS), clauses("b", IN_A_YEAR))).isEqualTo(new SafeguardEndings(0, 0));
        assertThat(of(clauses("a", IN_TEN_DAYS), clauses("b", IN_TEN_DAYS))).isEqualTo(new SafeguardEndings(2, 0));
    }

    @Test
    void oneThatBeginsWhereTheOtherEndsCoversOn() {
        assertThat(of(clauses("a", IN_TEN_DAYS), clauses("b", IN_TEN_DAYS, null, null)))
                .isEqualTo(new SafeguardEndings(0, 0));
        assertThat(of(clauses("a", IN_TEN_DAYS), clauses("b", IN_TEN_DAYS.plusSeconds(1), null, null)))
                .isEqualTo(new SafeguardEndings(1, 0));
    }

    @Test
    void whatEndsAtThisMomentHasExpired() {
        assertThat(of(clauses("a", NOW))).isEqualTo(new SafeguardEndings(0, 1));
        assertThat(of(clauses("a", NOW), clauses("b", IN_A_YEAR))).isEqualTo(new SafeguardEndings(0, 0));
    }

    @Test
    void aWithdrawalIsAnEndOnceItIsAnnouncedAndNothingOnceItCame() {
        assertThat(of(clauses("a", START, null, IN_TEN_DAYS))).isEqualTo(new SafeguardEndings(1, 0));
        assertThat(of(clauses("a", START, null, NOW))).isEqualTo(new SafeguardEndings(0, 0));
    }

    @Test
    void ofARetiredRecipientNothingCounts() {
        var retired = new Recipient(
                "host", "Host", RecipientClass.HOSTING_PROVIDER, "US", List.of(clauses("a", IN_TEN_DAYS)), NOW);

        assertThat(of(NO_LAW, retired)).isEqualTo(new SafeguardEndings(0, 0));
    }

    @Test
    void itEndsWithTheFrameworkThatItRestsOn() {
        var certificate = new Safeguard(SafeguardKind.CERTIFICATION, "SHIELD", "c", START, null, null);

        assertThat(of(framework(LocalDate.of(2016, 11, 20)), inUse(certificate)))
                .isEqualTo(new SafeguardEndings(1, 0));
        assertThat(of(framework(LocalDate.of(2016, 11, 7)), inUse(certificate))).isEqualTo(new SafeguardEndings(0, 1));
        assertThat(of(framework(LocalDate.of(2020, 7, 16)), inUse(certificate))).isEqualTo(new SafeguardEndings(0, 0));
    }

    private static final Instant START = at("2016-01-01T00:00");

    private static SafeguardEndings of(Safeguard... safeguards) {
        return of(NO_LAW, inUse(safeguards));
    }

    private static SafeguardEndings of(LegalRegister law, Recipient recipient) {
        var recipients = new LinkedHashMap<String, Recipient>();
        recipients.put(recipient.recipient(), recipient);
        return SafeguardEndings.of(new Catalogue(List.of(), recipients, 0), law, NOW, THIRTY_DAYS);
    }

    private static Recipient inUse(Safeguard... safeguards) {
        return new Recipient("host", "Host", RecipientClass.HOSTING_PROVIDER, "US", List.of(safeguards), null);
    }

    private static Safeguard clauses(String reference, @Nullable Instant until) {
        return clauses(reference, START, until, null);
    }

    private static Safeguard clauses(
            String reference, Instant from, @Nullable Instant until, @Nullable Instant withdrawnAt) {
        return new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, reference, from, until, withdrawnAt);
    }

    private static LegalRegister framework(LocalDate invalidatedOn) {
        var validity = new Validity(LocalDate.of(2016, 1, 1), null, invalidatedOn);
        return new LegalRegister(
                "digest", List.of(), List.of(), List.of(new Framework("SHIELD", "US", validity, "the shield")));
    }
}
