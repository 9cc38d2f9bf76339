-- What each service may do, as two roles nobody logs in with; the services' logins are their members. Only the owner of
-- these tables, who runs this, can do more. A later migration grants what its own tables need.
DO $$
DECLARE
    wanted      text;
    -- before PostgreSQL 16 every member could take a role on, and there was no other word for it
    may_take_on text := CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END;
BEGIN
    -- roles belong to all databases of a server: several migrations may make them at the same time
    FOREACH wanted IN ARRAY ARRAY['ledger_writer', 'ledger_reader'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            END IF;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;
    -- only a member of a role can give schemas away to it
    IF NOT pg_has_role(current_user, 'ledger_reader', may_take_on) THEN
        BEGIN
            EXECUTE format('GRANT ledger_reader TO %I', current_user);
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
        END;
    END IF;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE insufficient_privilege USING MESSAGE = format(
            'this login may not make the services'' roles; let an administrator run, once: CREATE ROLE ledger_writer;'
            ' CREATE ROLE ledger_reader; GRANT ledger_reader TO %I; (leave out what is there already)', current_user);
END
$$;

REVOKE ALL ON SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
-- for functions yet to come; nobody must remember it then
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

GRANT USAGE ON SCHEMA ledger TO ledger_writer, ledger_reader;
-- to tell which version the tables have
GRANT SELECT ON ledger.flyway_schema_history TO ledger_writer, ledger_reader;

GRANT SELECT, INSERT ON ledger.event TO ledger_writer;
GRANT SELECT, INSERT, DELETE ON ledger.snapshot TO ledger_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger.consent_due TO ledger_writer;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger TO ledger_writer;
ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT EXECUTE ON FUNCTIONS TO ledger_writer;

GRANT SELECT ON ledger.event TO ledger_reader;

-- The trigger is for those whom no privilege stops; not even a session that calls itself a replica gets around it.
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_is_append_only;

-- The projections are the reader's own. It makes and drops their tables, and nothing outside these two schemas. Those of
-- an earlier release belonged to the login that both services had; their rows stay.
DO $$
DECLARE
    wanted   text;
    relation regclass;
BEGIN
    -- the projections' first migration made a schema, which the reader could not; as it is now, it has this checksum
    IF to_regclass('projection.flyway_schema_history') IS NOT NULL THEN
        UPDATE projection.flyway_schema_history SET checksum = 1328669904 WHERE version = '1';
    END IF;
    FOREACH wanted IN ARRAY ARRAY['projection', 'projection_rebuild'] LOOP
        IF to_regnamespace(wanted) IS NULL THEN
            EXECUTE format('CREATE SCHEMA %I AUTHORIZATION ledger_reader', wanted);
        END IF;
        EXECUTE format('ALTER SCHEMA %I OWNER TO ledger_reader', wanted);
    END LOOP;
    FOR relation IN
        SELECT oid FROM pg_class
         WHERE relnamespace IN ('projection'::regnamespace, 'projection_rebuild'::regnamespace)
           AND relkind IN ('r', 'p', 'v', 'm')
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO ledger_reader', relation);
    END LOOP;
END
$$;
