-- The catalogue is read by a column of its own. By position and stream type it could be read from two indexes, and while
-- a ledger is young both look the same to PostgreSQL: it took the one of all events, kept the plan, and read them all.
ALTER TABLE ledger.event ADD COLUMN catalogue_position bigint
    GENERATED ALWAYS AS (CASE WHEN stream_type <> 'Subject' THEN position END) STORED;
DROP INDEX ledger.event_of_catalogue;
CREATE INDEX event_of_catalogue ON ledger.event (catalogue_position) WHERE catalogue_position IS NOT NULL;
