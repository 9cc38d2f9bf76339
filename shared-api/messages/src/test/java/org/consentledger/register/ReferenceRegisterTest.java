package org.consentledger.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consentledger.decisions.ReferenceRegister;
import org.consentledger.register.Validity.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data that the project ships as its legal register. */
class ReferenceRegisterTest {

    private static final LegalRegister REGISTER =
            ReferenceRegister.read(Path.of("../../deploy/reference/legal-register.yaml"));

    @ParameterizedTest
    @CsvSource({"EU-US-SAFE-HARBOR,    2000-07-26, 2015-10-06", "EU-US-PRIVACY-SHIELD, 2016-07-12, 2020-07-16"})
    void a_framework_was_valid_until_the_court_struck_it_down(String code, LocalDate from, LocalDate invalidatedOn) {
        var framework = REGISTER.framework(code, "US").orElseThrow();

        assertThat(framework.validity()).isEqualTo(new Validity(from, null, invalidatedOn));
    }

    @Test
    void the_data_privacy_framework_stands() {
        assertThat(REGISTER.framework("EU-US-DPF", "US").orElseThrow().validity())
                .isEqualTo(new Validity(LocalDate.of(2023, 7, 10), null, null));
    }

    @ParameterizedTest
    @CsvSource({
        // when                country, at home
        "2003-12-31T23:59:59Z, PL,      false",
        "2004-05-01T00:00:00Z, PL,      true",
        "2013-06-30T23:59:59Z, HR,      false",
        "2013-07-01T00:00:00Z, HR,      true",
        "2020-12-31T23:59:59Z, GB,      true",
        "2021-01-01T00:00:00Z, GB,      false",
        "2016-10-01T00:00:00Z, NO,      true",
        "2016-10-01T00:00:00Z, CH,      false",
        "2016-10-01T00:00:00Z, US,      false"
    })
    void the_european_economic_area_grows_and_shrinks(Instant when, String country, boolean atHome) {
        assertThat(REGISTER.isWithin(List.of("EEA"), country, when)).isEqualTo(atHome);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-10-01T00:00:00Z, CH, true",
        "2019-01-22T23:59:59Z, JP, false",
        "2019-01-23T00:00:00Z, JP, true",
        "2021-06-27T23:59:59Z, GB, true",
        "2021-06-28T00:00:00Z, GB, true",
        "2016-10-01T00:00:00Z, US, false"
    })
    void a_country_is_adequate_from_the_day_of_the_decision(Instant when, String country, boolean adequate) {
        var isAdequate = REGISTER.adequacyDecisions(country).stream()
                .anyMatch(d -> d.validity().standingAt(when) == Standing.VALID);

        assertThat(isAdequate).isEqualTo(adequate);
    }

    @Test
    void the_area_of_october_2016_has_the_twenty_eight_and_the_three() {
        var october = Instant.parse("2016-10-01T00:00:00Z");

        assertThat(sovereign().filter(m -> m.validity().standingAt(october) == Standing.VALID))
                .hasSize(31);
    }

    @Test
    void every_window_ends_after_it_begins_and_names_its_source() {
        assertThat(windows()).isNotEmpty().allSatisfy(window -> {
            assertThat(window.from()).isAfterOrEqualTo(LocalDate.of(1994, 1, 1));
            if (window.until() != null) {
                assertThat(window.until()).isAfter(window.from());
            }
            if (window.invalidatedOn() != null) {
                assertThat(window.invalidatedOn()).isAfter(window.from());
            }
        });
        assertThat(REGISTER.frameworks()).allSatisfy(f -> assertThat(f.source()).isNotBlank());
        assertThat(REGISTER.adequacyDecisions())
                .allSatisfy(d -> assertThat(d.source()).isNotBlank());
    }

    @Test
    void every_country_is_an_iso_code_and_stands_once_in_an_area() {
        assertThat(countries()).isSubsetOf(Locale.getISOCountries());
        assertThat(REGISTER.areas())
                .allSatisfy(area -> assertThat(area.members())
                        .extracting(Area.Member::country)
                        .doesNotHaveDuplicates());
    }

    @Test
    void framework_codes_are_unique_because_safeguards_name_them() {
        assertThat(REGISTER.frameworks()).extracting(Framework::code).doesNotHaveDuplicates();
    }

    private static Stream<Area.Member> sovereign() {
        var parts = List.of("AX", "GF", "GP", "MQ", "RE", "YT", "GI");
        return REGISTER.areas().stream()
                .flatMap(area -> area.members().stream())
                .filter(m -> !parts.contains(m.country()));
    }

    private static List<String> countries() {
        return Stream.of(
                        REGISTER.areas().stream()
                                .flatMap(a -> a.members().stream())
                                .map(Area.Member::country),
                        REGISTER.adequacyDecisions().stream().map(AdequacyDecision::country),
                        REGISTER.frameworks().stream().map(Framework::country))
                .flatMap(countries -> countries)
                .distinct()
                .toList();
    }

    private static List<Validity> windows() {
        return Stream.of(
                        REGISTER.areas().stream()
                                .flatMap(a -> a.members().stream())
                                .map(Area.Member::validity),
                        REGISTER.adequacyDecisions().stream().map(AdequacyDecision::validity),
                        REGISTER.frameworks().stream().map(Framework::validity))
                .flatMap(windows -> windows)
                .toList();
    }
}
