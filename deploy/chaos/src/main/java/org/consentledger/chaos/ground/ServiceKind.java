package org.consentledger.chaos.ground;

import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.chaos.clock.CommandWithShiftedClock;
import org.consentledger.chaos.clock.QueryWithShiftedClock;
import org.consentledger.chaos.release.NextCommand;
import org.consentledger.chaos.release.NextQuery;
import org.consentledger.command.ConsentCommand;
import org.consentledger.query.ConsentQuery;

/** Which of the two services a node runs. */
public enum ServiceKind {
    COMMAND(Postgres.WRITER, 3, ConsentCommand.class, CommandWithShiftedClock.class, NextCommand.class),
    QUERY(Postgres.READER, 5, ConsentQuery.class, QueryWithShiftedClock.class, NextQuery.class);

    private final String login;
    private final int pool;
    private final Class<?> onTime;
    private final Class<?> shifted;
    private final Class<?> next;

    ServiceKind(String login, int pool, Class<?> onTime, Class<?> shifted, Class<?> next) {
        this.login = login;
        this.pool = pool;
        this.onTime = onTime;
        this.shifted = shifted;
        this.next = next;
    }

    /** As whom it connects to the database. */
    public String login() {
        return login;
    }

    /** Connections that it has: few, so that they are all taken soon when the database is slow. */
    int pool() {
        return pool;
    }

    /** Begins the environment variables of its ports. */
    String prefix() {
        return name();
    }

    String mainClass(ClockShift clock) {
        return (clock == ClockShift.NONE ? onTime : shifted).getName();
    }

    String mainClassOfNextRelease() {
        return next.getName();
    }
}
