-- One row per event. Rows are inserted and never changed.
CREATE TABLE ledger.event (
    -- 0, 1, 2 … in commit order: appends take turns
    position        bigint      PRIMARY KEY,
    event_id        text        NOT NULL UNIQUE,
    stream_id       text        NOT NULL,
    stream_sequence bigint      NOT NULL,
    stream_type     text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    event_type      text        NOT NULL,
    revision        text        NOT NULL,
    payload         text        NOT NULL,
    metadata        text        NOT NULL,
    -- identity of the command that recorded the event: a repeated command violates the constraint in the same commit
    command_id      uuid        NOT NULL,
    event_index     integer     NOT NULL,
    request_sha256  text        NOT NULL,
    -- finds what was last said of the same thing within the stream
    about_sha256    bytea       NOT NULL,
    -- the recipient of a transfer, for reading by recipient
    recipient       text,
    UNIQUE (stream_id, stream_sequence),
    UNIQUE (command_id, event_index)
);

CREATE INDEX event_by_matter ON ledger.event (stream_id, about_sha256, position);
CREATE INDEX event_by_stream ON ledger.event (stream_id, position);
CREATE INDEX event_by_type ON ledger.event (event_type, position);
CREATE INDEX event_by_recipient ON ledger.event (recipient, position) WHERE recipient IS NOT NULL;
-- the catalogue is read from here: few rows among very many
CREATE INDEX event_of_catalogue ON ledger.event (position) WHERE stream_type <> 'Subject';

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are never changed or removed' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- A shortcut to a stream's state; may be deleted at any time.
CREATE TABLE ledger.snapshot (
    event_id        text        NOT NULL UNIQUE,
    stream_id       text        NOT NULL,
    stream_sequence bigint      NOT NULL,
    stream_type     text        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    event_type      text        NOT NULL,
    revision        text,
    payload         text        NOT NULL,
    metadata        text        NOT NULL,
    PRIMARY KEY (stream_id, stream_sequence)
);

-- How far the command side's own processors have come.
CREATE TABLE ledger.token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
