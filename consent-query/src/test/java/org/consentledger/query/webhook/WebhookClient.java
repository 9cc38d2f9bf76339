package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import tools.jackson.databind.JsonNode;

/** Asks for webhooks, as an operator does. */
public record WebhookClient(QueryService service, String authorization) {

    public static WebhookClient of(QueryService service) {
        return new WebhookClient(service, TestIssuer.authorization());
    }

    /** Of a webhook that was made. */
    record Made(String id, String secret) {

        String path() {
            return "/v1/webhooks/" + id;
        }
    }

    public Response ask(String method, String path, String body) {
        return QueryService.send(HttpRequest.newBuilder(service.at(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** @param members of the request's body, besides the address: with a comma before each */
    Made make(Receiver receiver, String members) {
        var answer = ask("POST", "/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"" + members + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var made = new Made(
                answer.json().at("/webhook/id").asString(),
                answer.json().get("secret").asString());
        assertThat(answer.header("Location")).isEqualTo(made.path());
        return made;
    }

    Response post(Made webhook, String what) {
        return ask("POST", webhook.path() + what, "");
    }

    JsonNode standing(Made webhook) {
        return ask("GET", webhook.path(), "").json();
    }

    JsonNode deadLetters(Made webhook) {
        return ask("GET", webhook.path() + "/dead-letters", "").json().get("deadLetters");
    }
}
