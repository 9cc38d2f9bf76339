package org.consentledger.diagnosis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.diagnosis.Heard.Answer;
import org.consentledger.diagnosis.Heard.Silence;
import org.consentledger.diagnosis.Heard.Unasked;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.log.tree.Hash;

/** Answers of a healthy installation, and those of others that differ from it in one thing. */
record Recorded(
        Service command,
        Service query,
        Optional<Token> operator,
        Optional<Token> auditor,
        Heard projections,
        Heard checkpoint,
        Heard later,
        Heard consistency,
        List<VerificationKey> keys) {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final SigningKey KEY = SigningKey.generate("localhost/ledger");
    static final Hash ONE = Hash.ofLeaf("one".getBytes(StandardCharsets.UTF_8));
    static final Hash TWO = Hash.ofLeaf("two".getBytes(StandardCharsets.UTF_8));

    static final String METRICS = """
            # HELP ledger_position newest
            ledger_position 1.0
            hikaricp_connections_max{pool="p"} 10.0
            hikaricp_connections_active{pool="p"} 2.0
            hikaricp_connections_pending{pool="p"} 0.0
            disk_free_bytes{path="/"} 5.0E10
            disk_total_bytes{path="/"} 1.0E11
            ledger_database_reachable 1.0
            """;

    static final String OF_QUERY = METRICS + """
            ledger_broken 0.0
            ledger_checkpoint_failing 0.0
            ledger_checkpoint_size 2.0
            ledger_checkpoint_age_seconds 400.0
            projection_lag_seconds{projection="consents"} 0.0
            ledger_safeguards_expired 0.0
            """;

    static Recorded healthy() {
        return new Recorded(
                service("consent-command", METRICS + "ledger_erasures_pending 0.0\n"),
                service("consent-query", OF_QUERY),
                Optional.of(token("operate", NOW.plusSeconds(900))),
                Optional.of(token("consent:read audit:read", NOW.plusSeconds(900))),
                answer(200, """
                        [{"name": "consents", "position": 1, "head": 1, "lagEvents": 0, "state": "RUNNING", "failure": null}]
                        """),
                answer(200, note(KEY, 1, ONE)),
                answer(200, note(KEY, 2, Hash.ofNode(ONE, TWO))),
                answer(200, "{\"from\": 1, \"to\": 2, \"proof\": [\"" + TWO.base64() + "\"]}"),
                List.of(KEY.verification()));
    }

    static String note(SigningKey key, long size, Hash root) {
        return new Checkpoint("localhost/ledger", size, root).sign(List.of(key)).toString();
    }

    static Service service(String name, String metrics) {
        return new Service(
                name,
                "http://localhost:1",
                "http://localhost:2",
                answer(200, front(name)),
                answer(401, "{}"),
                answer(200, "{\"status\": \"UP\"}"),
                answer(200, "{\"status\": \"UP\"}"),
                answer(200, "{\"build\": {\"version\": \"1.0.0\"}}"),
                answer(200, metrics),
                answer(401, "{}"),
                answer(200, metrics));
    }

    static String front(String name) {
        return "{\"info\": {\"title\": \"Consent ledger: " + (name.equals("consent-command") ? "commands" : "queries")
                + "\"}}";
    }

    static Answer answer(int status, String body) {
        return new Answer(
                status, Map.of("date", "Mon, 23 Nov 2026 12:00:00 GMT"), body, NOW, Duration.ofMillis(4), null);
    }

    static Token token(String scope, Instant end) {
        var payload = "{\"scope\": \"" + scope + "\", \"exp\": " + end.getEpochSecond() + "}";
        return new Token(
                "e30." + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + ".x");
    }

    static Heard silence() {
        return new Silence("the connection was refused");
    }

    static Heard unasked() {
        return new Unasked("no token is given");
    }

    Recorded withCommand(Service other) {
        return new Recorded(other, query, operator, auditor, projections, checkpoint, later, consistency, keys);
    }

    Recorded withQuery(Service other) {
        return new Recorded(command, other, operator, auditor, projections, checkpoint, later, consistency, keys);
    }

    Recorded withTokens(Optional<Token> ofOperator, Optional<Token> ofAuditor) {
        return new Recorded(command, query, ofOperator, ofAuditor, projections, checkpoint, later, consistency, keys);
    }

    Recorded withProjections(String json) {
        return new Recorded(command, query, operator, auditor, answer(200, json), checkpoint, later, consistency, keys);
    }

    Recorded withLog(Heard first, Heard second, Heard proof, List<VerificationKey> trusted) {
        return new Recorded(command, query, operator, auditor, projections, first, second, proof, trusted);
    }

    List<Finding> findings() {
        return Examination.findings(new Examined(
                command,
                query,
                operator,
                auditor,
                projections,
                checkpoint,
                later,
                consistency,
                keys,
                Optional.empty(),
                NOW));
    }
}
