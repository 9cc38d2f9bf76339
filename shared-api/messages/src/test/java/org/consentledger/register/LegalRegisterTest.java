package org.consentledger.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.at;
import static org.consentledger.Example.justBefore;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalRegisterTest {

    private static final Validity ALWAYS = new Validity(LocalDate.of(1994, 1, 1), null, null);
    private static final LegalRegister REGISTER = new LegalRegister(
            "digest",
            List.of(
                    new Area(
                            "EEA",
                            List.of(
                                    new Area.Member("IT", ALWAYS),
                                    new Area.Member(
                                            "GB",
                                            new Validity(LocalDate.of(1994, 1, 1), LocalDate.of(2021, 1, 1), null)))),
                    new Area("ALPS", List.of(new Area.Member("CH", ALWAYS)))),
            List.of(
                    new AdequacyDecision("CH", ALWAYS, "first"),
                    new AdequacyDecision("CH", ALWAYS, "second"),
                    new AdequacyDecision("NZ", ALWAYS, "third")),
            List.of(new Framework("HARBOR", "US", ALWAYS, "source")));

    @Test
    void a_country_is_at_home_while_it_belongs_to_one_of_the_areas() {
        assertThat(REGISTER.isWithin(List.of("EEA"), "IT", at("2016-11-07T09:00")))
                .isTrue();
        assertThat(REGISTER.isWithin(List.of("EEA"), "GB", justBefore(at("2021-01-01T00:00"))))
                .isTrue();
        assertThat(REGISTER.isWithin(List.of("EEA"), "GB", at("2021-01-01T00:00")))
                .isFalse();
        assertThat(REGISTER.isWithin(List.of("EEA"), "CH", at("2016-11-07T09:00")))
                .isFalse();
        assertThat(REGISTER.isWithin(List.of("EEA", "ALPS"), "CH", at("2016-11-07T09:00")))
                .isTrue();
    }

    @Test
    void a_countrys_own_code_is_an_area_too() {
        assertThat(REGISTER.isWithin(List.of("JP"), "JP", at("2016-11-07T09:00")))
                .isTrue();
        assertThat(REGISTER.isWithin(List.of("JP"), "IT", at("2016-11-07T09:00")))
                .isFalse();
        assertThat(REGISTER.isWithin(List.of(), "IT", at("2016-11-07T09:00"))).isFalse();
    }

    @Test
    void all_decisions_on_a_country_are_found() {
        assertThat(REGISTER.adequacyDecisions("CH"))
                .extracting(AdequacyDecision::source)
                .containsExactly("first", "second");
        assertThat(REGISTER.adequacyDecisions("US")).isEmpty();
    }

    @Test
    void a_framework_serves_the_companies_of_its_country() {
        assertThat(REGISTER.framework("HARBOR", "US")).isPresent();
        assertThat(REGISTER.framework("HARBOR", "CH")).isEmpty();
        assertThat(REGISTER.framework("SHIELD", "US")).isEmpty();
        assertThat(REGISTER.framework(null, "US")).isEmpty();
    }
}
