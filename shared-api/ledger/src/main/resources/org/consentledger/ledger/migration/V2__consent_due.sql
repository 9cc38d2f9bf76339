-- Consents whose validity ends by itself, until their expiry is noted.
CREATE TABLE ledger.consent_due (
    consent_event_id text        PRIMARY KEY,
    subject_id       text        NOT NULL,
    purpose          text        NOT NULL,
    valid_until      timestamptz NOT NULL
);

CREATE INDEX consent_due_by_time ON ledger.consent_due (valid_until);
