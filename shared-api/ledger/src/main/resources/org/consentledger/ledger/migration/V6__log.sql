-- The ledger is a verifiable log: each event is a leaf of a Merkle tree (RFC 6962, section 2.1), which grows in the commit
-- of the event.

-- A leaf, as class Entry of module log defines it and the documentation describes it: fourteen lines in UTF-8.
CREATE FUNCTION ledger.leaf_hash(
    "position" bigint, event_id text, stream_type text, stream_id text, stream_sequence bigint, recorded_at timestamptz,
    event_type text, revision text, command_id uuid, event_index integer, request_sha256 text, recipient text,
    payload text, metadata text)
    RETURNS bytea LANGUAGE sql STABLE
    RETURN sha256('\x00'::bytea || convert_to(
        'consent-ledger/event/v1' || E'\n' || "position" || E'\n' || event_id || E'\n' || stream_type || E'\n'
        || stream_id || E'\n' || stream_sequence || E'\n'
        || to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || E'\n'
        || event_type || E'\n' || revision || E'\n' || command_id || E'\n' || event_index || E'\n'
        || request_sha256 || E'\n' || coalesce(recipient, '') || E'\n'
        || encode(sha256(convert_to(payload, 'UTF8')), 'hex') || ' '
        || encode(sha256(convert_to(metadata, 'UTF8')), 'hex') || E'\n', 'UTF8'));

-- What of the tree is needed to go on: its complete subtrees, one for each bit of its size, the largest first. One row. All
-- of it follows from the leaves; a wrong one shows at the next checkpoint.
CREATE TABLE ledger.tree (
    size     bigint  NOT NULL,
    subtrees bytea[] NOT NULL,
    one_row  boolean PRIMARY KEY DEFAULT true CHECK (one_row)
) WITH (fillfactor = 10);
INSERT INTO ledger.tree (size, subtrees) VALUES (0, '{}');

-- Roots of complete subtrees of 256, 256², … leaves: level 8, 16, …; index counts them from the left. All others are quickly
-- computed from these and the leaves.
CREATE TABLE ledger.tree_node (
    level integer NOT NULL,
    index bigint  NOT NULL,
    hash  bytea   NOT NULL,
    PRIMARY KEY (level, index)
);
CREATE TRIGGER tree_node_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.tree_node
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.tree_node ENABLE ALWAYS TRIGGER tree_node_is_append_only;

-- What was signed of the log. Whoever signs cannot write events, and whoever writes events cannot sign.
CREATE TABLE ledger.checkpoint (
    size    bigint      PRIMARY KEY,
    note    text        NOT NULL,
    made_at timestamptz NOT NULL
);
CREATE TRIGGER checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.checkpoint ENABLE ALWAYS TRIGGER checkpoint_is_append_only;

-- Appends leaves at the right edge, from position first on. What lies to the left is not touched, however large the tree is.
CREATE FUNCTION ledger.grow_tree(first bigint, leaves bytea[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    grown    bigint;
    edge     bytea[];
    depth    integer;
    leaf     bytea;
    node     bytea;
    rest     bigint;
    at_level integer;
BEGIN
    SELECT t.size, t.subtrees INTO STRICT grown, edge FROM ledger.tree AS t;
    IF grown <> first THEN
        RAISE EXCEPTION 'the tree was grown to % leaves, but the ledger has % events', grown, first
            USING ERRCODE = 'data_corrupted';
    END IF;
    FOREACH leaf IN ARRAY leaves LOOP
        node := leaf;
        rest := grown;
        at_level := 0;
        depth := cardinality(edge);
        WHILE rest & 1 = 1 LOOP
            node := sha256('\x01'::bytea || edge[depth] || node);
            depth := depth - 1;
            rest := rest >> 1;
            at_level := at_level + 1;
            IF at_level % 8 = 0 THEN
                INSERT INTO ledger.tree_node (level, index, hash) VALUES (at_level, grown >> at_level, node);
            END IF;
        END LOOP;
        edge := array_append(edge[1:depth], node);
        grown := grown + 1;
    END LOOP;
    UPDATE ledger.tree SET size = grown, subtrees = edge;
END
$$;

-- Events of an earlier release become leaves as they stand.
ALTER TABLE ledger.event ADD COLUMN leaf_hash bytea;
ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only;
UPDATE ledger.event SET leaf_hash = ledger.leaf_hash(
    position, event_id, stream_type, stream_id, stream_sequence, recorded_at, event_type, revision, command_id,
    event_index, request_sha256, recipient, payload, metadata);
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_is_append_only;
ALTER TABLE ledger.event ALTER COLUMN leaf_hash SET NOT NULL;
DO $$
DECLARE
    page   bigint := 0;
    leaves bytea[];
BEGIN
    LOOP
        SELECT array_agg(e.leaf_hash ORDER BY e.position) INTO leaves
          FROM ledger.event AS e WHERE e.position >= page AND e.position < page + 1000;
        EXIT WHEN leaves IS NULL;
        PERFORM ledger.grow_tree(page, leaves);
        page := page + 1000;
    END LOOP;
END
$$;

GRANT SELECT ON ledger.tree, ledger.tree_node, ledger.checkpoint TO ledger_writer, ledger_reader;
GRANT UPDATE ON ledger.tree TO ledger_writer;
GRANT INSERT ON ledger.tree_node TO ledger_writer;
GRANT INSERT ON ledger.checkpoint TO ledger_reader;

-- Appends what many commands record. Calls take turns on all nodes, each until its commit is visible; so positions are
-- given out here, 0, 1, 2 … in commit order, and times that never run backwards along them, whatever the nodes' clocks say.
--
-- Each event is also a leaf of the log's tree, which grows in the same commit.
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

    -- once for each commit: the lock that PostgreSQL takes for it covers the whole server
    IF leaves IS NOT NULL THEN
        PERFORM ledger.grow_tree(head + 1, leaves);
        PERFORM pg_notify('ledger_appended', (head + cardinality(leaves))::text);
    END IF;
END
$$;
