package org.consentledger.standalone;

import java.net.URI;
import java.util.function.Function;
import org.consentledger.standalone.token.Issuer;
import org.consentledger.standalone.token.Role;

/**
 * What a user reads first: where everything is, who may use it, and three calls to paste.
 *
 * @param settings of the ledger that has started
 * @param tokens for each role
 * @param passwords for each role of people
 */
record Welcome(Settings settings, Function<Role, String> tokens, Function<Role, String> passwords) {

    /** Digest of the reference notice's English text. */
    private static final String STATEMENT = "7431bb61023a07adc842d5004b1823e8cf7f3fcbd8d2949987ecdb029dfccf22";

    /** Always the same fact: pasted again it changes nothing. */
    private static final String CONSENT = """
            {"subject":"cust-1001","notice":"reference","noticeVersion":"2016-10","purposes":["business-notices"],\
            "evidence":{"channel":"WEB_FORM","form":"EXPLICIT","statementSha256":"%s","locale":"en","collectedBy":"web-shop"},\
            "giver":{"kind":"SUBJECT"},"collectedAt":"2016-11-02T10:15:00Z"}""".formatted(STATEMENT);

    /** Without a time: now. Pasted again it asks again, as for another letter. */
    private static final String TRANSFER = """
            {"subject":"cust-1001","recipient":"mailing-house","purpose":"business-notices","dataCategories":["contact"],\
            "intent":"AUTHORISE","reference":"letter-1"}""";

    String text() {
        return addresses() + access() + (settings.reference() ? calls() : emptyLedger());
    }

    private String addresses() {
        return """

                console      %2$s/                     sign in as auditor, password %6$s
                commands     %1$s/v1/commands/{name}   try it: %1$s/v1/docs
                queries      %2$s/v1/...               try it: %2$s/v1/docs
                OpenAPI      %1$s/v1/openapi.json      %2$s/v1/openapi.json
                metrics      %3$s/actuator/prometheus  %4$s/actuator/prometheus
                issuer       %5$s                      people and passwords: %7$s/passwords/
                """.formatted(
                        at(Port.COMMAND_PORT),
                        at(Port.QUERY_PORT),
                        at(Port.COMMAND_MANAGEMENT_PORT),
                        at(Port.QUERY_MANAGEMENT_PORT),
                        at(Port.ISSUER_PORT),
                        passwords.apply(Role.AUDITOR),
                        settings.data());
    }

    private String access() {
        return """

                Nobody gets in without a token. These are good for %d minutes; %s/tokens/ has fresh ones as long as the
                ledger runs, and make token ROLE=writer prints another.

                writer    %s

                auditor   %s

                operator  %s
                """.formatted(
                        Issuer.LIFETIME.toMinutes(),
                        settings.data(),
                        tokens.apply(Role.WRITER),
                        tokens.apply(Role.AUDITOR),
                        tokens.apply(Role.OPERATOR));
    }

    private String calls() {
        return """

                Somebody agrees to mail; may a letter go out; what is the state now? Paste:

                %s

                %s

                curl -sS -w '\\n' %s/v1/subjects/cust-1001/consents %s

                Ctrl-C stops the ledger; the data stays.
                """.formatted(
                post("give-consent", CONSENT), post("record-transfer", TRANSFER), at(Port.QUERY_PORT), bearer());
    }

    private String emptyLedger() {
        return """

                The ledger has no notice yet (LEDGER_REFERENCE=false): begin with the command publish-notice.

                Ctrl-C stops the ledger; the data stays.
                """;
    }

    private String post(String command, String body) {
        return "curl -sS -w '\\n' %s/v1/commands/%s %s -H 'Content-Type: application/json' -d '%s'"
                .formatted(at(Port.COMMAND_PORT), command, bearer(), body);
    }

    /** The token comes out of its file when the call is made, and so is never an old one. */
    private String bearer() {
        return "-H \"Authorization: Bearer $(cat %s)\"".formatted(DataFolder.tokenIn(settings.data(), Role.WRITER));
    }

    private URI at(Port port) {
        return settings.ports().at(port);
    }
}
