-- What is personal stands in the ledger, encrypted, and is read there. A projection holds nothing that erasure would have to
-- reach.
DROP TABLE projection.subject;
ALTER TABLE projection.transfer DROP COLUMN reference;
