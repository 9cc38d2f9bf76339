package org.consentledger.query.access;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;

/** Asks as somebody in particular, and finds what that left in the access log. */
record Asking(QueryService service, String authorization) {

    static Asking asAuditor(QueryService service) {
        return as(service, Map.of(), Scope.AUDIT_READ);
    }

    static Asking as(QueryService service, Map<String, Object> claims, Scope... scopes) {
        return new Asking(service, TestIssuer.authorization(claims, scopes));
    }

    /** An answer, and the entries that it left, in order. */
    record Asked(Response answer, List<String> entries) {}

    /**
     * @param path with GET; or the word POST, a path and a body, JSON or a form
     * @param headers names and values; with none, no purpose is stated
     */
    Asked ask(String path, String... headers) {
        var id = UUID.randomUUID().toString();
        var request = request(path).header("Authorization", authorization).header("X-Request-Id", id);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = QueryService.send(request);
        return new Asked(answer, entries(service, id));
    }

    private HttpRequest.Builder request(String path) {
        var posted = path.split(" ", 3);
        if (posted.length == 1) {
            return HttpRequest.newBuilder(service.at(path));
        }
        var type = posted[2].startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        return HttpRequest.newBuilder(service.at(posted[1]))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(posted[2]));
    }

    Asked askBecause(String purpose, String path) {
        return ask(path, Reader.PURPOSE_HEADER, purpose);
    }

    static List<String> entries(QueryService service, String requestId) {
        return service.jdbc().sql("""
                        SELECT concat_ws(' ', client_id, coalesce(principal, '-'), what, subject_id, coalesce(purpose, '-'))
                          FROM access.entry WHERE request_id = ? ORDER BY number
                        """).param(requestId).query(String.class).list();
    }
}
