package org.consentledger.query.projection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.projection.ProjectionState.State;
import org.consentledger.query.share.Sharing;

/** All projections of this service, and how they stand. */
final class Projections {

    private final LiveProjections live;
    private final Sharing sharing;
    private final ProjectionPositions positions;
    private final Rebuilds rebuilds;
    private final LedgerReader ledger;
    private final Sampler sampler;
    private final Clock clock;

    Projections(
            LiveProjections live,
            Sharing sharing,
            ProjectionPositions positions,
            Rebuilds rebuilds,
            LedgerReader ledger,
            Sampler sampler,
            Clock clock) {
        this.live = live;
        this.sharing = sharing;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.ledger = ledger;
        this.sampler = sampler;
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

    /** Why a projection does not advance; empty while it does, or has nothing to do. Asks no database. */
    Optional<String> trouble(String name) {
        var sample = sampler.latest();
        return live.named(name)
                .flatMap(projection -> projection.trouble(sample.position(name), sharing.isMine(name)))
                .or(() -> sample.isFresh(clock.instant()) ? Optional.empty() : Optional.of("DatabaseNotReadable"));
    }

    private ProjectionState state(LiveProjection projection) {
        var name = projection.name();
        var position = positions.of(name);
        var head = ledger.head();
        var trouble = projection.trouble(position, sharing.isMine(name));
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
                sharing.holder(name).orElse(null),
                sharing.isHeldHere(name),
                rebuild.orElse(null));
    }
}
