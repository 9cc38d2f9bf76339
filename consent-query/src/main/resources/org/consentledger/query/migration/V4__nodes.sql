-- Which nodes of consent-query are at work, by the name under which they own tokens. Each says twice a second that it is
-- there; what a crash of the database empties is said again before anybody misses it, so it is not worth a log.
CREATE UNLOGGED TABLE projection.node (
    node    text        PRIMARY KEY,
    -- projections that its release has, and those of them that it does not get on with
    knows   text[]      NOT NULL,
    stuck   text[]      NOT NULL,
    seen_at timestamptz NOT NULL
);
