package org.consentledger.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consentledger.setting.UnknownVariables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page and the code say the same: which variables there are, who reads them, what holds without, and the limits. */
class ConfigurationPageTest {

    private static ConfigurationPage page;

    @BeforeAll
    static void read() throws IOException {
        page = ConfigurationPage.read();
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableIsReadByTheServicesThatThePageNamesAndByNoOther(Service service) throws Exception {
        var told = page.rows().values().stream()
                .filter(row -> row.isFor(service))
                .map(ConfigurationPage.Row::variable)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).hasSizeGreaterThan(20);
        assertThat(new TreeSet<>(CodeSettings.of(service).keySet())).isEqualTo(told);
    }

    @ParameterizedTest
    @EnumSource
    void defaultsAndLimitsAreThoseOfThePage(Service service) throws Exception {
        for (var setting : CodeSettings.of(service).values()) {
            var row = page.rows().get(setting.variable());

            assertThat(row).as(setting.variable()).isNotNull();
            assertThat(row.defaultOf(service)).as(setting.variable()).isEqualTo(setting.defaults());
            if (setting.limits() != null) {
                assertThat(row.allowed())
                        .as(setting.variable())
                        .isEqualTo(setting.limits().from() + " to "
                                + setting.limits().to());
            }
        }
    }

    @Test
    void namesThatAreTakenForMisspeltAreJudgedByTheSameList() {
        assertThat(UnknownVariables.settings())
                .containsExactlyInAnyOrderElementsOf(page.rows().keySet());
    }
}
