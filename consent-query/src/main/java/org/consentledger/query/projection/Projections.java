package org.consentledger.query.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.projection.ProjectionState.State;

/** All projections of this service, and how they stand. */
final class Projections {

    private final LiveProjections live;
    private final ProjectionPositions positions;
    private final Rebuilds rebuilds;
    private final LedgerReader ledger;
    private final Clock clock;

    Projections(
            LiveProjections live, ProjectionPositions positions, Rebuilds rebuilds, LedgerReader ledger, Clock clock) {
        this.live = live;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<String> names() {
        return live.all().stream().map(LiveProjection::name).toList();
    }

    Optional<Projection> named(String name) {
        return live.named(name).map(LiveProjection::projection);
    }

    List<ProjectionState> states() {
        return live.all().stream().map(this::state).toList();
    }

    Optional<ProjectionState> state(String name) {
        return live.named(name).map(this::state);
    }

    long position(String name) {
        return positions.of(name);
    }

    /** Positions between the projection and the ledger's head. */
    long lagEvents(String name) {
        var position = positions.of(name);
        return Math.max(0, ledger.head() - position);
    }

    /** Age of the oldest event that is not in the projection yet; zero when there is none. */
    Duration lag(String name) {
        return ledger.read(EventFilter.everything(positions.of(name), 1)).stream()
                .map(event -> Duration.between(event.recordedAt(), clock.instant()))
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** Why a projection does not advance; empty while it does, or has nothing to do. */
    Optional<String> trouble(String name) {
        return live.named(name).flatMap(projection -> projection.trouble(positions.of(name)));
    }

    private ProjectionState state(LiveProjection projection) {
        var name = projection.name();
        var position = positions.of(name);
        var head = ledger.head();
        var trouble = projection.trouble(position);
        var rebuild = rebuilds.progress(name);
        var rebuilding = rebuild.filter(progress -> progress.state() == RebuildProgress.State.RUNNING)
                .isPresent();
        return new ProjectionState(
                name,
                position,
                head,
                Math.max(0, head - position),
                trouble.isPresent() ? State.FAILING : rebuilding ? State.REBUILDING : State.RUNNING,
                trouble.orElse(null),
                projection.troubledAt(position).orElse(null),
                rebuild.orElse(null));
    }
}
