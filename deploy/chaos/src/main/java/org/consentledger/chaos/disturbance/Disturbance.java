package org.consentledger.chaos.disturbance;

import java.util.Locale;

/** Something that is done to the ledger while it works. */
enum Disturbance {
    KILL_COMMAND_NODE,
    KILL_QUERY,
    STOP_POSTGRES,
    PROMOTE_STANDBY,
    LOSE_STANDBY_AND_PRIMARY,
    TWO_PRIMARIES,
    KILL_BACKEND,
    CUT_CONNECTIONS,
    LOSE_COMMITS,
    LOSE_COMMIT_AND_DATABASE,
    LOSE_COMMIT_AND_NODE,
    LOSE_ANSWERS,
    STALL,
    STALL_LONG,
    FILL_POOLS;

    /** Whether it is left for when there is time: it takes more than half a minute, or is part of another one. */
    boolean canWait() {
        return this == STALL_LONG
                || this == KILL_COMMAND_NODE
                || this == LOSE_STANDBY_AND_PRIMARY
                || this == TWO_PRIMARIES;
    }

    /** Returns when its cause is taken away again. */
    Done inflictOn(Scene scene) throws Exception {
        return switch (this) {
            case KILL_COMMAND_NODE -> Kills.commandNode(scene);
            case KILL_QUERY -> Kills.query(scene);
            case STOP_POSTGRES -> Kills.postgres(scene);
            case PROMOTE_STANDBY -> Failovers.promoteStandby(scene);
            case LOSE_STANDBY_AND_PRIMARY -> Failovers.loseStandbyFirst(scene);
            case TWO_PRIMARIES -> Failovers.twoPrimaries(scene);
            case KILL_BACKEND -> Kills.backend(scene);
            case CUT_CONNECTIONS -> Cuts.connections(scene);
            case LOSE_COMMITS -> Cuts.commits(scene);
            case LOSE_COMMIT_AND_DATABASE -> Cuts.commitAndDatabase(scene);
            case LOSE_COMMIT_AND_NODE -> Cuts.commitAndNode(scene);
            case LOSE_ANSWERS -> Cuts.answers(scene);
            case STALL -> Holds.stall(scene);
            case STALL_LONG -> Holds.stallLong(scene);
            case FILL_POOLS -> Holds.fillPools(scene);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
