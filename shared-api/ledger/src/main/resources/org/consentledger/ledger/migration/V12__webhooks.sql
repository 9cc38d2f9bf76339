-- Where events are sent, and how far that has come. Apart from the projections, as it does not follow from the events: a
-- rebuild must not forget it.
CREATE SCHEMA webhook;

CREATE TABLE webhook.webhook (
    -- in order of creation
    number            bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id                uuid        PRIMARY KEY,
    created_at        timestamptz NOT NULL,
    -- who asked for it: the OAuth client and, as its token says, for whom it acted
    client_id         text        NOT NULL,
    principal         text,
    url               text        NOT NULL,
    -- which events: null lets everything through
    types             text[],
    purposes          text[],
    recipients        text[],
    -- whether what is personal in them is sent too, and why
    personal_data     boolean     NOT NULL,
    purpose_of_access text,
    -- signs what is sent; encrypted with the key-encryption key of that name
    kek               text        NOT NULL,
    secret            bytea       NOT NULL,
    -- the one before, which signs beside it for a while
    previous_kek      text,
    previous_secret   bytea,
    previous_until    timestamptz,
    state             text        NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'GONE')),
    -- up to here every event was delivered, is a dead letter, or is none that the webhook is for
    position          bigint      NOT NULL,
    -- failed attempts to deliver the next one
    attempts          integer     NOT NULL DEFAULT 0,
    next_attempt_at   timestamptz,
    -- of the first attempt that failed since one succeeded
    failing_since     timestamptz,
    failure           text,
    failure_status    integer,
    delivered         bigint      NOT NULL DEFAULT 0,
    delivered_at      timestamptz,
    -- goes up when somebody changes what is to be done, so that nobody who did not see it writes over it
    revision          integer     NOT NULL DEFAULT 0,
    -- the node that delivers, as long as it says so in time
    holder            uuid,
    held_until        timestamptz,
    CHECK (NOT personal_data OR purpose_of_access IS NOT NULL),
    CHECK ((previous_kek IS NULL) = (previous_secret IS NULL) AND (previous_kek IS NULL) = (previous_until IS NULL))
) WITH (fillfactor = 50);

-- Events that could not be delivered. What is in them stays in the ledger: who is erased is erased from here too.
CREATE TABLE webhook.dead_letter (
    webhook             uuid        NOT NULL REFERENCES webhook.webhook (id) ON DELETE CASCADE,
    position            bigint      NOT NULL,
    event_id            text        NOT NULL,
    event_type          text        NOT NULL,
    attempts            integer     NOT NULL,
    failure             text        NOT NULL,
    failure_status      integer,
    failed_at           timestamptz NOT NULL,
    -- null unless somebody wants it to be tried once more
    redelivery_asked_at timestamptz,
    PRIMARY KEY (webhook, position)
);
CREATE INDEX dead_letter_to_redeliver ON webhook.dead_letter (webhook, position) WHERE redelivery_asked_at IS NOT NULL;

REVOKE ALL ON ALL TABLES IN SCHEMA webhook FROM PUBLIC;
GRANT USAGE ON SCHEMA webhook TO ledger_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook.webhook, webhook.dead_letter TO ledger_reader;
