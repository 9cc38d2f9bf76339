package org.consentledger.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends lines to {@code POST /v1/commands}, so many at a time as the ledger answers without anybody taking its answers meanwhile
 * (deploy/docs/bulk.md): the HTTP client of the JDK sends all before it reads.
 */
final class LedgerStream {

    /** Lines in one request at the most. */
    static final int LINES_MAX = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    /** Without a line; a ledger answers one, or gives it up, within {@code COMMAND_BULK_PATIENCE}: half a minute unless it is set otherwise. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(2);

    private static final int OK = 200;

    /** To be tried again, as the answer says; a token may be renewed meanwhile. */
    private static final Set<Integer> PASSING = Set.of(401, 408, 429, 500, 502, 503, 504);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final URI commands;
    private final Path token;
    private final Duration silenceMax;

    LedgerStream(URI ledger, Path token) {
        this(ledger, token, SILENCE_MAX);
    }

    /** @param silenceMax how long an answer may go on without a line before it counts as broken off */
    LedgerStream(URI ledger, Path token, Duration silenceMax) {
        this.commands = URI.create(ledger.toString().replaceFirst("/+$", "") + "/v1/commands");
        this.token = token;
        this.silenceMax = silenceMax;
    }

    /**
     * What came of a request.
     *
     * @param answers in order of the rows, from the first on; fewer than were sent if it broke off
     * @param interruption why it broke off; null if every line was answered
     */
    record Sent(List<Answer> answers, @Nullable String interruption) {}

    /**
     * Sends lines.
     *
     * @param firstRow number of the first
     * @throws UnusableInputException if the ledger takes nothing of this kind from this caller
     */
    Sent send(List<String> lines, long firstRow) throws InterruptedException {
        var answers = new ArrayList<Answer>();
        try {
            var response = client.send(request(lines, firstRow), BodyHandlers.ofInputStream());
            return new Sent(answers, read(response, answers));
        } catch (IOException e) {
            return new Sent(answers, "the ledger cannot be reached, or the connection broke");
        } catch (JacksonException e) {
            return new Sent(answers, "the answer broke off");
        }
    }

    private HttpRequest request(List<String> lines, long firstRow) {
        return HttpRequest.newBuilder(URI.create(commands + "?firstLine=" + firstRow))
                .header("Authorization", "Bearer " + bearer())
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson")
                .timeout(ANSWER_WITHIN)
                .POST(BodyPublishers.ofString(String.join("\n", lines) + "\n"))
                .build();
    }

    /** Read each time: whoever issues it may have put a fresh one there. */
    private String bearer() {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UnusableInputException("the token file " + token + " cannot be read");
        }
    }

    private @Nullable String read(HttpResponse<InputStream> response, List<Answer> answers) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
                var watch = new Watch(response.body(), silenceMax)) {
            if (response.statusCode() != OK) {
                return notTaken(response.statusCode(), in);
            }
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                watch.heard();
                var line = JSON.readTree(text);
                if (line.has("summary")) {
                    return null;
                }
                if (line.has("ended")) {
                    return line.at("/ended/detail").asString("the ledger ended the stream");
                }
                if (line.has("line")) {
                    var answer = new Answer(line.path("line").asLong(), line);
                    if (answer.unavailable()) {
                        return "the ledger cannot take more at the moment";
                    }
                    answers.add(answer);
                }
            }
            return "the answer broke off";
        }
    }

    private static String notTaken(int status, BufferedReader body) throws IOException {
        var text = body.readLine();
        var problem = text == null || !text.startsWith("{") ? null : JSON.readTree(text);
        var why = status
                + (problem == null
                        ? ""
                        : " " + problem.path("code").asString("") + ": "
                                + problem.path("detail").asString(""));
        if (!PASSING.contains(status)) {
            throw new UnusableInputException("the ledger answers " + why);
        }
        return "the ledger answers " + why;
    }
}
