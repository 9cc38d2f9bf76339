-- A replay rebuilds state from the events alone, apart from the projections that answer queries. What is known of each replay
-- stands here, for every node to see; what it rebuilt stands in one of a fixed number of schemas, the reader's own, so that it
-- needs no right to make any.
CREATE SCHEMA replay;

CREATE TABLE replay.replay (
    -- in order of arrival: replays run one after the other
    number            bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id                uuid        PRIMARY KEY,
    requested_at      timestamptz NOT NULL,
    -- the OAuth client that asked
    client_id         text        NOT NULL,
    -- of what: at most one of these; neither for everything
    subject_id        text,
    recipient         text,
    -- the last event that counts, -1 for none; and what named it, if anything did
    target            bigint      NOT NULL,
    recorded_by       timestamptz,
    -- world time of the state
    as_of             timestamptz NOT NULL,
    state             text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    phase             text,
    started_at        timestamptz,
    finished_at       timestamptz,
    position          bigint      NOT NULL DEFAULT -1,
    events_read       bigint      NOT NULL DEFAULT 0,
    events_total      bigint,
    events_per_second bigint      NOT NULL DEFAULT 0,
    -- of all its work, 0 to 1
    share_done        real        NOT NULL DEFAULT 0,
    failure           text,
    -- what it found, JSON
    outcome           text,
    -- which schema holds what it rebuilt; null when none does, or no longer
    slot              integer     UNIQUE CHECK (slot BETWEEN 1 AND 8),
    CHECK (subject_id IS NULL OR recipient IS NULL)
);

REVOKE ALL ON ALL TABLES IN SCHEMA replay FROM PUBLIC;
GRANT USAGE ON SCHEMA replay TO ledger_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON replay.replay TO ledger_reader;

DO $$
BEGIN
    FOR slot IN 1..8 LOOP
        EXECUTE format('CREATE SCHEMA %I AUTHORIZATION ledger_reader', 'replay_' || slot);
    END LOOP;
END
$$;
