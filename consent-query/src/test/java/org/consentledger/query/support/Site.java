package org.consentledger.query.support;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The console's pages, as a browser asks for them. */
public final class Site {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final QueryService service;
    private final Map<String, String> headers = new HashMap<>();

    private Site(QueryService service) {
        this.service = service;
    }

    /** For an auditor who says why, reads English and chose nothing. */
    public static Site of(QueryService service) {
        return new Site(service)
                .with("Authorization", TestIssuer.authorization(Scope.AUDIT_READ))
                .with("X-Purpose-Of-Access", "case 12")
                .with("Accept-Language", "en")
                .with("Accept", BROWSER);
    }

    /** The same with another header; without it, if its value is empty. */
    public Site with(String header, String value) {
        var other = new Site(service);
        other.headers.putAll(headers);
        if (value.isEmpty()) {
            other.headers.remove(header);
        } else {
            other.headers.put(header, value);
        }
        return other;
    }

    public Site inItalian() {
        return with("Accept-Language", "it");
    }

    public Response get(String path) {
        return QueryService.send(request(path).GET());
    }

    /** A page that is there, and is as every page must be. */
    public Document page(String path) {
        var answer = get(path);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
        return checked(path, answer);
    }

    /** A page that says that something is wrong. */
    public Document problem(String path, int status) {
        var answer = get(path);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(status);
        return checked(path, answer);
    }

    /** Sends a form: names and values. */
    public Response post(String path, String... fields) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return QueryService.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(service.at(path));
        headers.forEach(request::setHeader);
        return request;
    }

    private static Document checked(String path, Response answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http:", "https:");
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("script:not([src]), style, [style], [onclick], [onchange], [onsubmit]"))
                .as("inline parts of " + path)
                .isEmpty();
        assertThat(page.select("[src], [href], [action]").stream()
                        .flatMap(part -> part.attributes().asList().stream())
                        .filter(attribute -> List.of("src", "href", "action").contains(attribute.getKey()))
                        .map(attribute -> attribute.getValue())
                        .filter(target -> target.contains("//")))
                .as("what " + path + " leads to elsewhere")
                .isEmpty();
        assertThat(page.select("h1")).as("headings of " + path).hasSize(1);
        assertThat(page.title()).isNotBlank();
        assertThat(page.body().html()).doesNotContain("??", "th:");
        assertThat(ids(page)).as("ids of " + path).doesNotHaveDuplicates();
        return page;
    }

    private static List<String> ids(Document page) {
        return page.select("[id]").stream().map(part -> part.id()).toList();
    }

    /** Every link of a page leads to something. */
    public void assertLinksLead(Document page) {
        var links = page.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(link -> !link.startsWith("#"))
                .distinct()
                .toList();
        assertThat(links).isNotEmpty();
        for (var link : links) {
            assertThat(get(link).status()).as(link).isLessThan(400);
        }
    }

    /** The texts of what a selector finds, one a line. */
    public static String texts(Document page, String selector) {
        return page.select(selector).stream().map(part -> part.text()).collect(joining("\n"));
    }
}
