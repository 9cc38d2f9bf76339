-- Consents whose validity ends by itself, until their expiry is noted.
CREATE TABLE ledger.consent_due (
    consent_event_id text        PRIMARY KEY,
    subject_id       text        NOT NULL,
    purpose          text        NOT NULL,
    valid_until      timestamptz NOT NULL,
    -- an expiry that could not be noted waits before it is tried again, so that it does not stand in the way of others
    failures         integer     NOT NULL DEFAULT 0,
    -- null until an attempt has failed: then it is due when its validity ends
    next_attempt_at  timestamptz
);

CREATE INDEX consent_due_by_attempt ON ledger.consent_due (coalesce(next_attempt_at, valid_until));
