-- An expiry that could not be noted waits before it is tried again, so that it does not stand in the way of others.
ALTER TABLE ledger.consent_due
    ADD COLUMN failures        integer     NOT NULL DEFAULT 0,
    -- null until an attempt has failed: then it is due when its validity ends
    ADD COLUMN next_attempt_at timestamptz;

CREATE INDEX consent_due_by_attempt ON ledger.consent_due (coalesce(next_attempt_at, valid_until));
DROP INDEX ledger.consent_due_by_time;
