-- What is personal stands in the ledger, encrypted, and is read there. A projection holds nothing that erasure would have to
-- reach.
DROP TABLE projection.subject;
ALTER TABLE projection.transfer DROP COLUMN reference;
-- a column that was dropped stays in the rows until they are written anew, and this writes all of them
ALTER TABLE projection.transfer ALTER COLUMN position TYPE bigint USING position + 0;
