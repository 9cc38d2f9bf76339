-- How far each projection has come; changes in the transaction that changes the projection's rows.
CREATE TABLE projection.token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- A rebuild fills copies of a projection's tables here and then swaps them in.
CREATE SCHEMA projection_rebuild;

-- Indexes below have no names of their own: PostgreSQL then gives a table and its copy the same ones, so that a later
-- migration finds them whether or not the projection was rebuilt in between.

-- Projection "consents": what each subject said, one row per fact. Rows are added and never changed.
CREATE TABLE projection.consent_fact (
    position       bigint      PRIMARY KEY,
    event_id       text        NOT NULL,
    subject_id     text        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('GIVEN', 'REFUSED', 'REVOKED')),
    purpose        text        NOT NULL,
    at             timestamptz NOT NULL,
    valid_until    timestamptz,
    notice         text,
    notice_version text,
    form           text,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX ON projection.consent_fact (subject_id, position);

CREATE TABLE projection.objection_fact (
    position    bigint      PRIMARY KEY,
    event_id    text        NOT NULL,
    subject_id  text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('OBJECTED', 'WITHDRAWN')),
    purpose     text        NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX ON projection.objection_fact (subject_id, position);

CREATE TABLE projection.erasure_fact (
    position    bigint      PRIMARY KEY,
    event_id    text        NOT NULL,
    subject_id  text        NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX ON projection.erasure_fact (subject_id, position);

-- The only place besides transfer.reference where a projection holds personal data. Erasure removes the row.
CREATE TABLE projection.subject (
    subject_id text PRIMARY KEY,
    reference  text NOT NULL
);

-- Projection "transfers": one row per transfer asked for or reported. Erasure empties the reference.
CREATE TABLE projection.transfer (
    position           bigint      PRIMARY KEY,
    event_id           text        NOT NULL,
    type               text        NOT NULL,
    subject_id         text        NOT NULL,
    recipient          text        NOT NULL,
    purpose            text        NOT NULL,
    data_categories    text[]      NOT NULL,
    intent             text        NOT NULL,
    verdict            text        NOT NULL,
    reasons            text[]      NOT NULL,
    ground             jsonb,
    occurred_at        timestamptz NOT NULL,
    recorded_at        timestamptz NOT NULL,
    reference          text,
    catalogue_position bigint      NOT NULL,
    legal_register     text        NOT NULL
);
CREATE INDEX ON projection.transfer (subject_id, position);
CREATE INDEX ON projection.transfer (recipient, position);
CREATE INDEX ON projection.transfer (recipient, verdict, position);
