package org.consentledger.query.projection;

import java.util.List;
import org.consentledger.ledger.reading.RecordedEvent;

/**
 * Tables that follow from the ledger's events and nothing else. The same code keeps them up to date and builds them
 * anew, so the rows must depend on the events and their order alone: no clock, no random, no other table.
 */
public interface Projection {

    /** Names the projection in metrics, in the actuator and in the token table. */
    String name();

    /**
     * Its tables, without schema. No other projection writes to them. Each row is of one event, whose place and id stand in its
     * columns {@code position}, the primary key, and {@code event_id}: by these a replay compares tables.
     */
    List<String> tables();

    /**
     * Writes what follows from the events into the tables of a schema, within the caller's transaction. Every event of
     * the ledger comes exactly once, in order of position; those that don't concern the projection are ignored.
     */
    void project(List<RecordedEvent> batch, String schema);
}
