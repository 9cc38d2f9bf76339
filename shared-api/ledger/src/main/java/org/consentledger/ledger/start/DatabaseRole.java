package org.consentledger.ledger.start;

import java.util.List;

/** What a service is to the ledger's database. Every session of its own takes this role on, whoever logs in. */
public enum DatabaseRole {
    /** Adds events, and never changes or removes one. */
    WRITER("ledger_writer", "consent-command"),

    /** Reads events, owns the projections and replays, sends events on, and adds to the access log. */
    READER("ledger_reader", "consent-query");

    private final String sqlName;
    private final String service;

    DatabaseRole(String sqlName, String service) {
        this.sqlName = sqlName;
        this.service = service;
    }

    /** The role's name in the database. */
    public String sqlName() {
        return sqlName;
    }

    /** The service whose role it is. */
    String service() {
        return service;
    }

    /** What its login must not be able to do, by whatever way. */
    List<Guarded> guarded() {
        return switch (this) {
            case WRITER ->
                List.of(
                        Guarded.events("UPDATE", "DELETE", "TRUNCATE", "TRIGGER"),
                        Guarded.accesses("INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER"));
            case READER ->
                List.of(
                        Guarded.events("INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER"),
                        Guarded.accesses("UPDATE", "DELETE", "TRUNCATE", "TRIGGER"));
        };
    }

    /** What it cannot work without, in the order in which it is looked for. */
    List<Need> needs() {
        return switch (this) {
            case WRITER ->
                List.of(
                        Need.SCHEMA,
                        Need.TRIGGER,
                        Need.PARTITIONS_TRIGGER,
                        Need.privileges("ledger.event", "SELECT, INSERT"),
                        Need.privileges("ledger.snapshot", "SELECT, INSERT, DELETE"),
                        Need.privileges("ledger.consent_due", "SELECT, INSERT, UPDATE, DELETE"),
                        Need.privileges("ledger.tree", "SELECT, UPDATE"),
                        Need.privileges("ledger.tree_node", "SELECT, INSERT"),
                        Need.KEYRING,
                        Need.privileges("keyring.subject", "SELECT, INSERT, UPDATE"),
                        Need.functions("ledger"));
            case READER ->
                List.of(
                        Need.SCHEMA,
                        Need.TRIGGER,
                        Need.PARTITIONS_TRIGGER,
                        Need.privileges("ledger.event", "SELECT"),
                        Need.privileges("ledger.tree", "SELECT"),
                        Need.privileges("ledger.tree_node", "SELECT"),
                        Need.KEYRING,
                        Need.privileges("keyring.subject", "SELECT"),
                        Need.privileges("ledger.checkpoint", "SELECT, INSERT"),
                        Need.ACCESS,
                        Need.appendOnly("access.entry", "entry_is_append_only"),
                        Need.privileges("access.entry", "SELECT, INSERT"),
                        Need.functions("access"),
                        Need.REPLAY,
                        Need.privileges("replay.replay", "SELECT, INSERT, UPDATE, DELETE"),
                        Need.WEBHOOK,
                        Need.privileges("webhook.webhook", "SELECT, INSERT, UPDATE, DELETE"),
                        Need.privileges("webhook.dead_letter", "SELECT, INSERT, UPDATE, DELETE"),
                        Need.ownSchema("projection"),
                        Need.ownSchema("projection_rebuild"),
                        Need.ownSchema("replay_1"),
                        Need.ownSchema("replay_2"),
                        Need.ownSchema("replay_3"),
                        Need.ownSchema("replay_4"),
                        Need.ownSchema("replay_5"),
                        Need.ownSchema("replay_6"),
                        Need.ownSchema("replay_7"),
                        Need.ownSchema("replay_8"));
        };
    }
}
