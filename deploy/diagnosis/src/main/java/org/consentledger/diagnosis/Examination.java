package org.consentledger.diagnosis;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.diagnosis.Heard.Unasked;
import org.consentledger.log.checkpoint.Checkpoint;

/** Asks everything, twice where something has to have gone on meanwhile, and makes findings of the answers. Records nothing. */
final class Examination {

    /** There is a checkpoint every two seconds, and positions are looked at every second. */
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** Of both services, and in no need of a token. */
    private static final String FRONT = "/v1/openapi.json";

    private static final String METRICS = "/actuator/prometheus";
    private static final String CHECKPOINT = "/v1/log/checkpoint";

    private final Client client;
    private final Place place;

    Examination(Client client, Place place) {
        this.client = client;
        this.place = place;
    }

    Examined examine() throws InterruptedException {
        var unauthorisedCommand = client.postNothing(at(place.command(), "/v1/commands/give-consent"));
        var unauthorisedQuery = client.get(at(place.query(), CHECKPOINT), Optional.empty());
        var command = service("consent-command", place.command(), place.commandManagement(), unauthorisedCommand);
        var query = service("consent-query", place.query(), place.queryManagement(), unauthorisedQuery);
        var projections = asOperator(at(place.queryManagement(), "/actuator/projections"));
        var checkpoint = asAuditor(at(place.query(), CHECKPOINT));
        if (query.isReached() || command.isReached()) {
            Thread.sleep(BETWEEN);
        }
        var later = asAuditor(at(place.query(), CHECKPOINT));
        return new Examined(
                withLater(command, place.commandManagement()),
                withLater(query, place.queryManagement()),
                place.operator(),
                place.auditor(),
                projections,
                checkpoint,
                later,
                consistency(checkpoint, later),
                place.keys(),
                place.kept().map(kept -> kept(kept, later)),
                Instant.now());
    }

    private Service service(String name, URI url, URI management, Heard unauthorised) {
        return new Service(
                name,
                url.toString(),
                management.toString(),
                client.get(at(url, FRONT), Optional.empty()),
                unauthorised,
                client.get(at(management, "/actuator/health/liveness"), Optional.empty()),
                client.get(at(management, "/actuator/health/readiness"), place.operator()),
                asOperator(at(management, "/actuator/info")),
                asOperator(at(management, METRICS)),
                client.get(at(management, METRICS), Optional.empty()),
                new Unasked("it is asked later"));
    }

    private Service withLater(Service first, URI management) {
        return new Service(
                first.name(),
                first.url(),
                first.management(),
                first.front(),
                first.unauthorised(),
                first.live(),
                first.ready(),
                first.info(),
                first.metrics(),
                first.openMetrics(),
                first.scraped().isPresent()
                        ? client.get(at(management, METRICS), place.operator())
                        : new Unasked("metrics are not to be read"));
    }

    private Heard consistency(Heard checkpoint, Heard later) {
        return ConsistencyCheck.question(checkpoint, later)
                .map(question -> asAuditor(at(place.query(), question)))
                .orElseGet(() -> new Unasked("no proof is needed"));
    }

    private Kept kept(Checkpoint checkpoint, Heard newest) {
        return new Kept(
                checkpoint,
                Kept.question(checkpoint, newest)
                        .map(question -> asAuditor(at(place.query(), question)))
                        .orElseGet(() -> new Unasked("no proof is needed")));
    }

    private Heard asOperator(URI url) {
        return as(place.operator(), url);
    }

    private Heard asAuditor(URI url) {
        return as(place.auditor(), url);
    }

    private Heard as(Optional<Token> token, URI url) {
        return token.isEmpty() ? new Unasked("no token is given") : client.get(url, token);
    }

    /** An address may have a path of its own, where a proxy puts the service behind one. */
    private static URI at(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    /** In the order in which somebody would look. */
    static List<Finding> findings(Examined examined) {
        return Stream.of(
                        examined.services().stream()
                                .flatMap(service -> ReachCheck.of(service, examined.at()).stream())
                                .toList(),
                        AccessCheck.of(examined),
                        LedgerCheck.of(examined),
                        ProjectionCheck.of(examined),
                        LogCheck.of(examined),
                        examined.kept().stream()
                                .map(kept -> kept.against(examined.laterCheckpoint()))
                                .toList(),
                        RunningCheck.of(examined),
                        ClockCheck.of(examined))
                .flatMap(List::stream)
                .toList();
    }
}
