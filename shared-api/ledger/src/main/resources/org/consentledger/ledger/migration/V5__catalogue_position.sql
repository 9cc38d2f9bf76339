-- The catalogue is read by a column of its own. By position and stream type it could be read from two indexes, and while
-- a ledger is young both look the same to PostgreSQL: it took the one of all events, kept the plan, and read them all.
ALTER TABLE ledger.event ADD COLUMN catalogue_position bigint
    GENERATED ALWAYS AS (CASE WHEN stream_type <> 'Subject' THEN position END) STORED;
DROP INDEX ledger.event_of_catalogue;
CREATE INDEX event_of_catalogue ON ledger.event (catalogue_position) WHERE catalogue_position IS NOT NULL;

-- Appends what many commands record. Calls take turns on all nodes, each until its commit is visible; so positions are
-- given out here, 0, 1, 2 … in commit order, and times that never run backwards along them, whatever the nodes' clocks say.
--
-- A command is turned away alone, for one of these reasons in this order:
--   ALREADY_RECORDED  its identity stands in the ledger
--   STREAM_MOVED      its stream does not end just before its first event
--   CATALOGUE_MOVED   a notice was published, or something happened to its recipient, after the position it was decided on
-- The first arguments have an element for each command, those from "commands" on one for each event: commands[i] says
-- whose it is, counted from 1.
CREATE OR REPLACE FUNCTION ledger.append(
    command_ids uuid[], requests_sha256 text[], stream_ids text[], stream_types text[], first_sequences bigint[],
    catalogue_positions bigint[], recipient_streams text[],
    commands integer[], event_indexes integer[], event_ids text[], event_types text[], revisions text[],
    payloads text[], metadatas text[], abouts_sha256 bytea[], recipients text[], purposes text[],
    valid_untils timestamptz[],
    OUT head bigint, OUT recorded_at timestamptz, OUT outcomes text[])
    LANGUAGE plpgsql
    -- a node that stalls in its turn must not hang the others' callers
    SET lock_timeout = '3s'
    -- plans are kept, and one made while the ledger was small must not read it whole when it has grown
    SET enable_seqscan = off
AS $$
DECLARE
    appended bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(27988542867467892);

    SELECT e.position, greatest(clock_timestamp(), e.recorded_at) INTO head, recorded_at
      FROM ledger.event AS e ORDER BY e.position DESC LIMIT 1;
    IF NOT FOUND THEN
        head := -1;
        recorded_at := clock_timestamp();
    END IF;

    SELECT array_agg(
               CASE WHEN EXISTS (SELECT 1 FROM ledger.event AS e WHERE e.command_id = c.command_id)
                    THEN 'ALREADY_RECORDED'
                    WHEN c.first_sequence <> 1 + coalesce(
                             (SELECT e.stream_sequence FROM ledger.event AS e
                               WHERE e.stream_id = c.stream_id ORDER BY e.stream_sequence DESC LIMIT 1), -1)
                    THEN 'STREAM_MOVED'
                    WHEN EXISTS (SELECT 1 FROM ledger.event AS e
                                  WHERE e.catalogue_position > c.catalogue_position
                                    AND (e.stream_type = 'Notice' OR e.stream_id = c.recipient_stream))
                    THEN 'CATALOGUE_MOVED'
                    ELSE 'RECORDED'
               END ORDER BY c.number)
      INTO outcomes
      FROM unnest(command_ids, stream_ids, first_sequences, catalogue_positions, recipient_streams)
           WITH ORDINALITY AS c(command_id, stream_id, first_sequence, catalogue_position, recipient_stream, number);

    INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                              revision, payload, metadata, command_id, event_index, request_sha256, about_sha256,
                              recipient)
    SELECT append.head + row_number() OVER (ORDER BY e.number), e.event_id, c.stream_id,
           c.first_sequence + e.event_index, c.stream_type, append.recorded_at, e.event_type, e.revision, e.payload,
           e.metadata, c.command_id, e.event_index, c.request_sha256, e.about_sha256, e.recipient
      FROM unnest(command_ids, requests_sha256, stream_ids, stream_types, first_sequences, outcomes)
           WITH ORDINALITY AS c(command_id, request_sha256, stream_id, stream_type, first_sequence, outcome, number)
      JOIN unnest(commands, event_indexes, event_ids, event_types, revisions, payloads, metadatas, abouts_sha256,
                  recipients)
           WITH ORDINALITY AS e(command, event_index, event_id, event_type, revision, payload, metadata, about_sha256,
                                recipient, number)
        ON e.command = c.number
     WHERE c.outcome = 'RECORDED';
    GET DIAGNOSTICS appended = ROW_COUNT;

    IF array_remove(valid_untils, NULL) <> '{}' THEN
        INSERT INTO ledger.consent_due (consent_event_id, subject_id, purpose, valid_until)
        SELECT e.event_id, c.stream_id, e.purpose, e.valid_until
          FROM unnest(stream_ids, outcomes) WITH ORDINALITY AS c(stream_id, outcome, number)
          JOIN unnest(commands, event_ids, purposes, valid_untils) AS e(command, event_id, purpose, valid_until)
            ON e.command = c.number
         WHERE c.outcome = 'RECORDED' AND e.valid_until IS NOT NULL;
    END IF;

    -- once for each commit: the lock that PostgreSQL takes for it covers the whole server
    IF appended > 0 THEN
        PERFORM pg_notify('ledger_appended', (head + appended)::text);
    END IF;
END
$$;
