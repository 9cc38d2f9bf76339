-- Reading is an event too: who was shown what of whom, and why. It stands apart from the events: it is no part of what an
-- export proves, and there may be far more of it.
CREATE SCHEMA access;

CREATE TABLE access.entry (
    -- in order of commit, on all nodes; one that failed leaves a gap
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- by the clock of this database; never runs backwards along the numbers
    accessed_at timestamptz NOT NULL,
    -- the OAuth client that asked
    client_id   text        NOT NULL,
    -- for whom it asked, as its token says
    principal   text,
    -- the pseudonym: no column leads to anybody who was erased
    subject_id  text        NOT NULL,
    -- the operation, as the interface's description names it
    what        text        NOT NULL,
    -- why, in the caller's own words
    purpose     text,
    -- as the caller and the service's log name the request
    request_id  text        NOT NULL
);
CREATE INDEX entry_by_subject ON access.entry (subject_id, number);
CREATE INDEX entry_by_time ON access.entry (accessed_at, number);

CREATE FUNCTION access.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries of the access log are never changed or removed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.entry
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();
ALTER TABLE access.entry ENABLE ALWAYS TRIGGER entry_is_append_only;

-- Writes entries down, one for each element. Calls take turns on all nodes, each until its commit is visible: who has read
-- up to a number never finds a lower one later. A turn is short, as no node is asked anything during it.
CREATE FUNCTION access.enter(
    client_ids text[], principals text[], subject_ids text[], whats text[], purposes text[], request_ids text[])
    RETURNS void LANGUAGE plpgsql
    SET lock_timeout = '3s'
    -- plans are kept, and one made while the log was small must not read it whole when it has grown
    SET enable_seqscan = off
AS $$
DECLARE
    entered_at timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(27988542867467893);
    SELECT greatest(clock_timestamp(), max(e.accessed_at)) INTO entered_at FROM access.entry AS e;
    INSERT INTO access.entry (accessed_at, client_id, principal, subject_id, what, purpose, request_id)
    SELECT entered_at, n.client_id, n.principal, n.subject_id, n.what, n.purpose, n.request_id
      FROM unnest(client_ids, principals, subject_ids, whats, purposes, request_ids)
           WITH ORDINALITY AS n(client_id, principal, subject_id, what, purpose, request_id, place)
     ORDER BY n.place;
END
$$;

REVOKE ALL ON FUNCTION access.enter, access.refuse_change FROM PUBLIC;
GRANT USAGE ON SCHEMA access TO ledger_reader;
GRANT SELECT, INSERT ON access.entry TO ledger_reader;
GRANT EXECUTE ON FUNCTION access.enter TO ledger_reader;
