-- Reports ask for the transfers of a period. World time mostly runs along with the order of recording, so an index of ranges
-- does; it takes a few kilobytes for a million rows, and next to nothing when a row is added.
CREATE INDEX ON projection.transfer USING brin (occurred_at);

-- Consents in the order in which they end, of which most have no end.
CREATE INDEX ON projection.consent_fact (valid_until, position) WHERE valid_until IS NOT NULL;
