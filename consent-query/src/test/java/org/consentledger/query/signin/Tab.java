package org.consentledger.query.signin;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;

/** A browser as far as signing in needs one: it keeps cookies, says what it shows, and goes nowhere by itself. */
final class Tab {

    private final QueryService service;
    private final Map<String, HttpCookie> cookies = new TreeMap<>();

    Tab(QueryService service) {
        this.service = service;
    }

    Response open(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Response submit(String path, String... fields) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path, "Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(service.at(path)).header("Accept", "text/html,*/*;q=0.8");
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.values().stream()
                            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Response send(HttpRequest.Builder request) {
        var answer = QueryService.send(request);
        setCookies(answer).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        });
        return answer;
    }

    private static Stream<HttpCookie> setCookies(Response answer) {
        return answer.raw().headers().allValues("Set-Cookie").stream().flatMap(line -> HttpCookie.parse(line).stream());
    }

    List<String> cookies() {
        return List.copyOf(cookies.keySet());
    }

    HttpCookie cookie(String name) {
        return cookies.get(name);
    }

    void put(String name, String value) {
        cookies.put(name, new HttpCookie(name, value));
    }

    void drop(String name) {
        cookies.remove(name);
    }

    /** Where the page leads by itself, with its parameters. */
    static URI refreshed(Response answer) {
        return URI.create(answer.header("Refresh").replace("0; url=", ""));
    }

    static Map<String, String> parameters(URI uri) {
        return Stream.of(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
