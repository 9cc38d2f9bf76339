package org.consentledger.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {

    private final QueryService service = QueryService.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/subjects/s/consents?asOf=yesterday | asOf | INVALID
                    /v1/subjects/s/consents?asOf= | asOf | INVALID
                    /v1/subjects/s/consents?asOf=2016-11-02 | asOf | INVALID
                    /v1/subjects/s/consents?knownAt=soon | knownAt | INVALID
                    /v1/subjects/s/consents?knownAt=-1 | knownAt | INVALID
                    /v1/subjects/s/consents?minPosition=-1 | minPosition | INVALID
                    /v1/subjects/s/consents?minPosition=ten | minPosition | INVALID
                    /v1/subjects/s/consents?minPosition=0x10 | minPosition | INVALID
                    /v1/subjects/s/consents?minPosition=99999999999999999999 | minPosition | INVALID
                    /v1/subjects/s/consents?asof=2016-11-02T00:00:00Z | asof | UNKNOWN_PARAMETER
                    /v1/subjects/s/consents?asOf=2016-11-02T00:00:00Z&asOf=2016-11-02T00:00:00Z | asOf | REPEATED_PARAMETER
                    /v1/subjects/%0A/consents | subject | INVALID
                    /v1/subjects/s/transfers?limit=0 | limit | INVALID
                    /v1/subjects/s/transfers?limit=501 | limit | INVALID
                    /v1/subjects/s/transfers?limit=many | limit | INVALID
                    /v1/subjects/s/transfers?cursor=nonsense | cursor | INVALID
                    /v1/subjects/s/transfers?cursor=aGlzdG9yeR8x | cursor | INVALID
                    /v1/subjects/s/transfers?verdict=MAYBE | verdict | INVALID
                    /v1/subjects/s/transfers?verdict= | verdict | INVALID
                    /v1/subjects/s/transfers?verdict=%00 | verdict | INVALID
                    /v1/subjects/s/transfers?verdict=%20PERMITTED | verdict | INVALID
                    /v1/subjects/s/transfers?verdict=permitted | verdict | INVALID
                    /v1/subjects/s/transfers?recipient=Nobody | recipient | INVALID
                    /v1/subjects/s/transfers?from=never | from | INVALID
                    /v1/subjects/s/history?cursor= | cursor | INVALID
                    /v1/recipients/R/transfers | recipient | INVALID
                    /v1/recipients/r/transfers?subjectId=x | subjectId | INVALID
                    /v1/recipients/r/transfers?subject=s&subjectId=s-00112233445566778899aabbccddeeff | subjectId | INVALID
                    /v1/recipients?limit=-1 | limit | INVALID
                    /v1/notices?cursor=x | cursor | INVALID
                    /v1/notices/reference/no%20version | version | INVALID
                    /v1/decisions?subject=s&recipient=r&purpose=p&category=c,d | category | INVALID
                    /v1/decisions?subject=s&recipient=r&purpose=p&category=C | category | INVALID
                    /v1/events?after=-2 | after | INVALID
                    /v1/events?type=Nothing | type | INVALID
                    /v1/events?subjectid=x | subjectid | UNKNOWN_PARAMETER
                    """)
    void namesWhatIsWrong(String path, String parameter, String code) {
        var answer = service.ask(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("parameter").asString()).isEqualTo(parameter);
        assertThat(error.get("code").asString()).isEqualTo(code);
    }

    @Test
    void rejectsUnknownParametersEverywhere() {
        var paths = service.ask("/v1/openapi.json").json().get("paths");
        var queries = paths.propertyNames().stream()
                .filter(path -> paths.get(path).has("get"))
                .toList();
        assertThat(queries).isNotEmpty();
        for (var path : queries) {
            var answer = service.ask(path.replace("{version}", "1").replaceAll("\\{[A-Za-z]+}", "x") + "?colour=red");
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body()).contains("\"colour\"");
        }
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThat(detail("/v1/subjects/s/consents?knownAt=soon")).startsWith("must be a position of the ledger");
        assertThat(detail("/v1/subjects/s/consents?asof=1")).isEqualTo("is not a parameter of this query");
        assertThat(detail("/v1/subjects/s/consents?asof=1&minPosition=x")).isEqualTo("2 things are wrong; see errors");
    }

    private String detail(String path) {
        return service.ask(path).json().get("detail").asString();
    }
}
