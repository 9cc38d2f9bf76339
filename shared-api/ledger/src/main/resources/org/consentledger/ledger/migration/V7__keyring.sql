-- Personal data are stored encrypted under a key of the subject. The keys lie here, apart from the events, so that a copy
-- of the events alone tells nothing about anybody, and so that whoever is erased is erased from all copies of them.
CREATE SCHEMA keyring;

-- Who the subjects are, one row for each reference that upstream ever used.
CREATE TABLE keyring.subject (
    -- keyed hash of upstream's reference: finds the row, and tells nothing without the key, which is in no database
    lookup      uuid PRIMARY KEY,
    -- the stream; after an erasure the one erased, until the person is known anew and has another
    subject_id  text NOT NULL UNIQUE,
    -- which key-encryption key the subject's key is wrapped with
    kek         text,
    -- null once the subject was erased; and for one recorded by a release that did not encrypt yet, until there is a first
    -- event to encrypt
    wrapped_key bytea,
    -- world time of the erasure
    erased_at   timestamptz,
    -- world time with which somebody who was erased began anew; says nothing of whom they were before
    begun_at    timestamptz,
    CHECK ((kek IS NULL) = (wrapped_key IS NULL)),
    CHECK (erased_at IS NULL OR wrapped_key IS NULL)
) WITH (
    -- what a destroyed key leaves in the table's file is cleared away at the next look, however large the table
    autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0
);
CREATE INDEX subject_by_kek ON keyring.subject (kek) WHERE kek IS NOT NULL;

-- Subjects of an earlier release, whose pseudonym is that same hash. What was recorded of them in clear stays as it is.
INSERT INTO keyring.subject (lookup, subject_id, erased_at)
SELECT substr(e.stream_id, 3)::uuid, e.stream_id, NULL
  FROM ledger.event AS e WHERE e.stream_type = 'Subject' AND e.stream_sequence = 0;

GRANT USAGE ON SCHEMA keyring TO ledger_writer, ledger_reader;
GRANT SELECT, INSERT, UPDATE ON keyring.subject TO ledger_writer;
GRANT SELECT ON keyring.subject TO ledger_reader;

-- Of a subject's events both digests are keyed with the subject's key, as they are taken of personal data too.
COMMENT ON COLUMN ledger.event.about_sha256 IS 'HMAC-SHA-256 under the subject''s key; SHA-256 where there is none';
COMMENT ON COLUMN ledger.event.request_sha256 IS 'HMAC-SHA-256 under the subject''s key; SHA-256 where there is none';

DROP FUNCTION ledger.append;

-- Appends what many commands record. Calls take turns on all nodes, each until its commit is visible; so positions are
-- given out here, 0, 1, 2 … in commit order, and times that never run backwards along them, whatever the nodes' clocks say.
--
-- Each event is also a leaf of the log's tree, which grows in the same commit. A subject's key is there with the first
-- event that needs it, and gone with the erasure.
--
-- A command is turned away alone, for one of these reasons in this order:
--   ALREADY_RECORDED  its identity stands in the ledger
--   SUBJECT_MOVED     who it is about became known, or was erased, or began anew otherwise than it thought
--   STREAM_MOVED      its stream does not end just before its first event
--   CATALOGUE_MOVED   a notice was published, or something happened to its recipient, after the position it was decided on
-- The first arguments have an element for each command, those from "commands" on one for each event: commands[i] says
-- whose it is, counted from 1.
CREATE FUNCTION ledger.append(
    command_ids uuid[], requests_sha256 text[], stream_ids text[], stream_types text[], first_sequences bigint[],
    catalogue_positions bigint[], recipient_streams text[],
    -- of a subject that is new, or new again, or erased: null for every other command; without a key for one erased
    lookups uuid[], keks text[], wrapped_keys bytea[], predecessors text[], predecessor_sequences bigint[],
    begun_ats timestamptz[],
    commands integer[], event_indexes integer[], event_ids text[], event_types text[], revisions text[],
    payloads text[], metadatas text[], abouts_sha256 bytea[], recipients text[], purposes text[],
    valid_untils timestamptz[], erased_ats timestamptz[],
    OUT head bigint, OUT recorded_at timestamptz, OUT outcomes text[])
    LANGUAGE plpgsql
    -- a node that stalls in its turn must not hang the others' callers
    SET lock_timeout = '3s'
    -- plans are kept, and one made while the ledger was small must not read it whole when it has grown
    SET enable_seqscan = off
AS $$
DECLARE
    leaves bytea[];
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
                    WHEN c.wrapped_key IS NULL AND c.lookup IS NOT NULL AND NOT EXISTS (
                             SELECT 1 FROM keyring.subject AS s
                              WHERE s.lookup = c.lookup AND s.subject_id = c.stream_id)
                    THEN 'SUBJECT_MOVED'
                    WHEN c.wrapped_key IS NOT NULL AND (c.claim > 1 OR EXISTS (
                             SELECT 1 FROM keyring.subject AS s
                              WHERE s.lookup = c.lookup
                                AND NOT (s.erased_at IS NOT NULL AND s.subject_id = coalesce(c.predecessor, ''))
                                AND NOT (s.erased_at IS NULL AND s.subject_id = c.stream_id AND s.wrapped_key IS NULL)))
                    THEN 'SUBJECT_MOVED'
                    WHEN c.predecessor IS NOT NULL AND c.predecessor_sequence <>
                             (SELECT e.stream_sequence FROM ledger.event AS e
                               WHERE e.stream_id = c.predecessor ORDER BY e.stream_sequence DESC LIMIT 1)
                    THEN 'SUBJECT_MOVED'
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
      FROM (SELECT *, row_number() OVER (PARTITION BY lookup, wrapped_key IS NULL ORDER BY number) AS claim
              FROM unnest(command_ids, stream_ids, first_sequences, catalogue_positions, recipient_streams, lookups,
                          wrapped_keys, predecessors, predecessor_sequences)
                   WITH ORDINALITY AS c(command_id, stream_id, first_sequence, catalogue_position, recipient_stream,
                                        lookup, wrapped_key, predecessor, predecessor_sequence, number)) AS c;

    IF array_remove(wrapped_keys, NULL) <> '{}' THEN
        INSERT INTO keyring.subject (lookup, subject_id, kek, wrapped_key, begun_at)
        SELECT c.lookup, c.stream_id, c.kek, c.wrapped_key, c.begun_at
          FROM unnest(stream_ids, lookups, keks, wrapped_keys, begun_ats, outcomes)
               AS c(stream_id, lookup, kek, wrapped_key, begun_at, outcome)
         WHERE c.outcome = 'RECORDED' AND c.wrapped_key IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM keyring.subject AS s WHERE s.lookup = c.lookup);
        -- who is there already, erased or without a key
        UPDATE keyring.subject AS s
           SET subject_id = c.stream_id, kek = c.kek, wrapped_key = c.wrapped_key, erased_at = NULL, begun_at = c.begun_at
          FROM unnest(stream_ids, lookups, keks, wrapped_keys, begun_ats, outcomes)
               AS c(stream_id, lookup, kek, wrapped_key, begun_at, outcome)
         WHERE c.outcome = 'RECORDED' AND c.wrapped_key IS NOT NULL
           AND s.lookup = c.lookup AND s.wrapped_key IS NULL;
    END IF;

    WITH numbered AS (
        SELECT append.head + row_number() OVER (ORDER BY e.number) AS position, e.event_id, c.stream_id,
               c.first_sequence + e.event_index AS stream_sequence, c.stream_type, e.event_type, e.revision, e.payload,
               e.metadata, c.command_id, e.event_index, c.request_sha256, e.about_sha256, e.recipient
          FROM unnest(command_ids, requests_sha256, stream_ids, stream_types, first_sequences, outcomes)
               WITH ORDINALITY AS c(command_id, request_sha256, stream_id, stream_type, first_sequence, outcome, number)
          JOIN unnest(commands, event_indexes, event_ids, event_types, revisions, payloads, metadatas, abouts_sha256,
                      recipients)
               WITH ORDINALITY AS e(command, event_index, event_id, event_type, revision, payload, metadata,
                                    about_sha256, recipient, number)
            ON e.command = c.number
         WHERE c.outcome = 'RECORDED'
    ), inserted AS (
        INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                                  revision, payload, metadata, command_id, event_index, request_sha256, about_sha256,
                                  recipient, leaf_hash)
        SELECT n.position, n.event_id, n.stream_id, n.stream_sequence, n.stream_type, append.recorded_at, n.event_type,
               n.revision, n.payload, n.metadata, n.command_id, n.event_index, n.request_sha256, n.about_sha256,
               n.recipient,
               ledger.leaf_hash(n.position, n.event_id, n.stream_type, n.stream_id, n.stream_sequence,
                                append.recorded_at, n.event_type, n.revision, n.command_id, n.event_index,
                                n.request_sha256, n.recipient, n.payload, n.metadata)
          FROM numbered AS n
        RETURNING position, leaf_hash
    )
    SELECT array_agg(i.leaf_hash ORDER BY i.position) INTO leaves FROM inserted AS i;

    IF array_remove(valid_untils, NULL) <> '{}' THEN
        INSERT INTO ledger.consent_due (consent_event_id, subject_id, purpose, valid_until)
        SELECT e.event_id, c.stream_id, e.purpose, e.valid_until
          FROM unnest(stream_ids, outcomes) WITH ORDINALITY AS c(stream_id, outcome, number)
          JOIN unnest(commands, event_ids, purposes, valid_untils) AS e(command, event_id, purpose, valid_until)
            ON e.command = c.number
         WHERE c.outcome = 'RECORDED' AND e.valid_until IS NOT NULL;
    END IF;

    IF array_remove(erased_ats, NULL) <> '{}' THEN
        UPDATE keyring.subject AS s
           SET kek = NULL, wrapped_key = NULL, erased_at = e.erased_at
          FROM unnest(stream_ids, outcomes) WITH ORDINALITY AS c(stream_id, outcome, number)
          JOIN unnest(commands, erased_ats) AS e(command, erased_at) ON e.command = c.number
         WHERE c.outcome = 'RECORDED' AND e.erased_at IS NOT NULL AND s.subject_id = c.stream_id;
    END IF;

    -- once for each commit: the lock that PostgreSQL takes for it covers the whole server
    IF leaves IS NOT NULL THEN
        PERFORM ledger.grow_tree(head + 1, leaves);
        PERFORM pg_notify('ledger_appended', (head + cardinality(leaves))::text);
    END IF;
END
$$;
