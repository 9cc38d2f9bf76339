-- The logins of the README, made once, when the database server starts on an empty disk. Passwords come from files and stand
-- in no statement that a client sends, and so in no log of statements.
-- compose and the Kubernetes overlay "trial" use the same file.
CREATE ROLE ledger_writer;
CREATE ROLE ledger_reader;
CREATE ROLE ledger_owner LOGIN IN ROLE ledger_reader;
CREATE ROLE consent_command LOGIN IN ROLE ledger_writer;
CREATE ROLE consent_query LOGIN IN ROLE ledger_reader;

DO $$
DECLARE
    login text;
BEGIN
    FOREACH login IN ARRAY ARRAY['ledger_owner', 'consent_command', 'consent_query'] LOOP
        EXECUTE format('ALTER ROLE %I PASSWORD %L', login,
            rtrim(pg_read_file('/run/secrets/database/' || login || '.password'), E'\n'));
    END LOOP;
END
$$;

-- nobody else gets in, not even whoever has a login of another database of the same server
REVOKE CONNECT ON DATABASE ledger FROM PUBLIC;
GRANT CONNECT ON DATABASE ledger TO ledger_owner, consent_command, consent_query;
ALTER DATABASE ledger OWNER TO ledger_owner;
