package org.consentledger.query.support;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.consentledger.http.json.WebJson;
import tools.jackson.databind.JsonNode;

/** An answer of the service. */
public record Response(int status, String body, HttpResponse<String> raw) {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    public JsonNode json() {
        return WebJson.mapper().readTree(body);
    }

    public String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }

    /** The query of the link to the next page; empty if there is none. */
    public String next() {
        var link = NEXT.matcher(header("Link"));
        return link.find() ? link.group(1) : "";
    }
}
