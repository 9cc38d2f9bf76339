-- Events lie in partitions by position, so that none of what grows with a table (an index's depth, a vacuum, a restore of
-- one file) grows without end. How many events a partition holds is decided here once and for all: 100 million, unless the
-- database was given another number before its first start (ALTER DATABASE … SET ledger.events_per_partition = …).
DO $$
DECLARE
    size bigint := coalesce(nullif(current_setting('ledger.events_per_partition', true), '')::bigint, 100000000);
BEGIN
    -- one commit has to end in the partition behind the one in which it begins, at the latest
    IF size < 1000 THEN
        RAISE invalid_parameter_value USING MESSAGE = 'ledger.events_per_partition has to be at least 1000';
    END IF;
    EXECUTE format(
        'CREATE FUNCTION ledger.events_per_partition() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN %s', size);
END
$$;

-- What was the table becomes the first partition, as it is.
ALTER TABLE ledger.event RENAME TO event_0;
ALTER INDEX ledger.event_by_type RENAME TO event_0_by_type;
ALTER INDEX ledger.event_by_matter RENAME TO event_0_by_matter;
ALTER INDEX ledger.event_by_recipient RENAME TO event_0_by_recipient;
ALTER INDEX ledger.event_of_catalogue RENAME TO event_0_of_catalogue;
ALTER TABLE ledger.event_0 RENAME CONSTRAINT event_pkey TO event_0_pkey;
ALTER TABLE ledger.event_0 RENAME CONSTRAINT event_event_id_key TO event_0_event_id_key;
ALTER TABLE ledger.event_0 RENAME CONSTRAINT event_stream_id_stream_sequence_key TO event_0_stream_id_stream_sequence_key;
ALTER TABLE ledger.event_0 RENAME CONSTRAINT event_command_id_event_index_key TO event_0_command_id_event_index_key;

CREATE TABLE ledger.event (LIKE ledger.event_0 INCLUDING COMMENTS INCLUDING GENERATED, PRIMARY KEY (position))
    PARTITION BY RANGE (position);
CREATE INDEX event_by_type ON ledger.event (event_type, position);
CREATE INDEX event_by_matter ON ledger.event (about_sha256, position);
CREATE INDEX event_by_recipient ON ledger.event (recipient, position) WHERE recipient IS NOT NULL;
CREATE INDEX event_of_catalogue ON ledger.event (catalogue_position) WHERE catalogue_position IS NOT NULL;

-- What was granted on the table before is granted on it now, and on no partition: nobody has to know that there are any.
GRANT SELECT, INSERT ON ledger.event TO ledger_writer;
GRANT SELECT ON ledger.event TO ledger_reader;
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_is_append_only;
REVOKE ALL ON ledger.event_0 FROM PUBLIC, ledger_writer, ledger_reader;

-- Up to where one like it would have ended, however many events there are already.
DO $$
DECLARE
    size bigint := ledger.events_per_partition();
    past bigint;
BEGIN
    SELECT (coalesce(max(e.position), 0) / size + 1) * size INTO past FROM ledger.event_0 AS e;
    EXECUTE format('ALTER TABLE ledger.event ATTACH PARTITION ledger.event_0 FOR VALUES FROM (0) TO (%s)', past);
END
$$;

-- Makes the partition behind the one in which the newest event lies, if it is not there yet. Called in an append's turn, when
-- that partition begins to fill: so it is there long before it is needed. Its keys besides the position are unique within each
-- partition, where PostgreSQL sees to it, and across all because ledger.append looks before it inserts.
CREATE FUNCTION ledger.provide_partition() RETURNS void LANGUAGE plpgsql
    -- the writer owns no table
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    -- who holds the lock is maintaining the table; the next append tries again
    SET lock_timeout = '100ms'
AS $$
DECLARE
    size      bigint := ledger.events_per_partition();
    number    bigint;
    partition text;
BEGIN
    SELECT coalesce(max(e.position), 0) / size + 1 INTO number FROM ledger.event AS e;
    partition := 'event_' || number;
    IF to_regclass('ledger.' || partition) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format(
        'CREATE TABLE ledger.%1$I (LIKE ledger.event INCLUDING COMMENTS INCLUDING GENERATED,'
        ' CONSTRAINT %2$I PRIMARY KEY (position),'
        ' CONSTRAINT %3$I UNIQUE (event_id),'
        ' CONSTRAINT %4$I UNIQUE (stream_id, stream_sequence) INCLUDE (position),'
        ' CONSTRAINT %5$I UNIQUE (command_id, event_index))',
        partition, partition || '_pkey', partition || '_event_id_key', partition || '_stream_id_stream_sequence_key',
        partition || '_command_id_event_index_key');
    EXECUTE format('CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', partition);
    EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER event_is_append_only', partition);
    -- unlike CREATE TABLE … PARTITION OF, it waits for nobody who reads or appends, and nobody for it
    EXECUTE format('ALTER TABLE ledger.event ATTACH PARTITION ledger.%I FOR VALUES FROM (%s) TO (%s)',
                   partition, number * size, (number + 1) * size);
EXCEPTION
    WHEN lock_not_available THEN
        RAISE LOG 'the next partition of ledger.event is not there yet: %', SQLERRM;
END
$$;
SELECT ledger.provide_partition();

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
CREATE OR REPLACE FUNCTION ledger.append(
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
        IF to_regclass('ledger.event_' || (head + cardinality(leaves)) / ledger.events_per_partition() + 1) IS NULL THEN
            PERFORM ledger.provide_partition();
        END IF;
        PERFORM pg_notify('ledger_appended', (head + cardinality(leaves))::text);
    END IF;
END
$$;
