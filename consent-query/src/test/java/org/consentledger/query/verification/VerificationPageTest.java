package org.consentledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.Test;

class VerificationPageTest {

    private static final Pattern TEXT = Pattern.compile("text\\(['`]([a-z.]+)['`]");
    private static final Pattern STEP = Pattern.compile("steps\\('([a-z.]+)'");

    private final QueryService service = QueryService.shared();

    @Test
    void statesTheKeyThatTheLedgerSignsWith() {
        var page = Site.of(service).page("/verification");
        var stated = page.getElementById("verification").attr("data-key");
        assertThat(VerificationKey.parse(stated)).hasToString(stated);
    }

    @Test
    void beginsWithTheEventThatALinkNames() {
        var page = Site.of(service).page("/verification?event=0190a5a0-0000-7000-8000-000000000001");
        assertThat(page.getElementById("event").val()).isEqualTo("0190a5a0-0000-7000-8000-000000000001");
    }

    @Test
    void hasEveryTextThatItsModuleSays() throws IOException {
        var texts = Site.of(service)
                .inItalian()
                .page("/verification")
                .select("#texts [data-text]")
                .eachAttr("data-text");
        TEXT.matcher(script("page.js"))
                .results()
                .forEach(said -> assertThat(texts).contains(said.group(1)));
        var steps = STEP.matcher(script("checks.js"))
                .results()
                .map(step -> step.group(1))
                .toList();
        assertThat(steps).isNotEmpty();
        steps.forEach(step ->
                assertThat(texts).contains("step." + step, "step." + step + ".passed", "step." + step + ".failed"));
    }

    private static String script(String name) throws IOException {
        try (var in = VerificationPages.class.getResourceAsStream(
                "/org/consentledger/query/html/script/verification/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
