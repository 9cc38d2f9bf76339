package org.consentledger.query.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import tools.jackson.databind.JsonNode;

/** Asks a service for replays, as an auditor does. */
public record ReplayUnderTest(QueryService service) {

    public Response post(String body) {
        return QueryService.send(HttpRequest.newBuilder(service.at("/v1/replays"))
                .header("Authorization", TestIssuer.authorization())
                .header("X-Purpose-Of-Access", "test")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Response delete(String path) {
        return QueryService.send(HttpRequest.newBuilder(service.at(path))
                .header("Authorization", TestIssuer.authorization())
                .DELETE());
    }

    /** Where a new one is. */
    String started(String body) {
        var answer = post(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.header("Location");
    }

    public JsonNode ended(String path) {
        await().atMost(60, SECONDS)
                .until(() -> service.ask(path).json().get("finishedAt").isString());
        return service.ask(path).json();
    }

    /** One that is done. */
    public JsonNode done(String body) {
        var replay = ended(started(body));
        assertThat(replay.get("state").asString()).as(replay.toString()).isEqualTo("DONE");
        return replay;
    }

    JsonNode result(JsonNode replay, String result) {
        var answer = service.ask("/v1/replays/" + replay.get("id").asString() + "/" + result);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get(result);
    }

    String csv(JsonNode replay, String result) {
        var answer = service.ask("/v1/replays/" + replay.get("id").asString() + "/" + result, "Accept", "text/csv");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
