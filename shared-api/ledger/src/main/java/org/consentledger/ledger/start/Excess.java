package org.consentledger.ledger.start;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that a login could do to recorded events and must not, found by looking at every role that it has or could
 * take on: a session that may become somebody mightier guards nothing.
 *
 * @param login the login, as SQL writes it
 * @param role who has the might: the login itself or one of its roles, as SQL writes it
 * @param might what it is, such as "owns the table ledger.event", or the name of a privilege on the events
 */
record Excess(String login, String role, String might, boolean isPrivilege, boolean isOfLogin, boolean isOfOwnRole) {

    /**
     * A login inherits privileges from its roles, so where those come from is told first. Files and programs of the
     * server are a way to become superuser.
     */
    private static final String FIND = """
            WITH reach AS (
                SELECT * FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')
            ), event AS (
                SELECT c.oid, c.relowner, n.nspowner, d.datdba
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_database d
                 WHERE n.nspname = 'ledger' AND c.relname = 'event' AND d.datname = current_database()
            ), might AS (
                SELECT rolname, 1 AS rank, unnest(array_remove(ARRAY[
                           CASE WHEN rolsuper THEN 'is a superuser' END,
                           CASE WHEN rolcreaterole THEN 'may create roles' END,
                           CASE WHEN relowner = reach.oid THEN 'owns the table ledger.event' END,
                           CASE WHEN nspowner = reach.oid THEN 'owns the schema ledger' END,
                           CASE WHEN datdba = reach.oid THEN 'owns the database' END,
                           CASE WHEN rolname IN ('pg_write_all_data', 'pg_write_server_files',
                                                 'pg_execute_server_program') THEN 'may write everything' END
                       ], NULL)) AS might
                  FROM reach, event
                UNION ALL
                SELECT rolname, 2, privilege
                  FROM reach, event, unnest(CAST(:denied AS text[])) AS privilege
                 WHERE has_table_privilege(reach.oid, event.oid, privilege)
                    OR CASE WHEN privilege IN ('INSERT', 'UPDATE')
                            THEN has_any_column_privilege(reach.oid, event.oid, privilege) END
            )
            SELECT quote_ident(session_user) AS login, quote_ident(rolname) AS role, might, rank = 2 AS is_privilege,
                   rolname = session_user AS is_of_login, rolname = :own AS is_of_own_role
              FROM might
             ORDER BY rank, CASE WHEN rank = 1 THEN rolname <> session_user ELSE rolname IN (session_user, :own) END,
                      rolname
             LIMIT 1
            """;

    static Optional<Excess> of(JdbcClient login, DatabaseRole role) {
        return login.sql(FIND)
                .param("denied", role.denied().toArray(String[]::new))
                .param("own", role.sqlName())
                .query(Excess.class)
                .optional();
    }

    /** The whole sentence for the operator, with the SQL that mends it. */
    String told(DatabaseRole own) {
        return own.service() + "'s database login " + login + " could change or remove recorded events: " + why() + "; "
                + mend(own);
    }

    private String why() {
        var verb = isPrivilege ? "may " + might + " on ledger.event" : might;
        return isOfLogin ? "it " + verb : "it can act as " + role + ", which " + verb;
    }

    private String mend(DatabaseRole own) {
        if (isPrivilege && (isOfLogin || isOfOwnRole)) {
            return "run REVOKE " + might + " ON ledger.event FROM PUBLIC, " + own.sqlName() + ", " + login + ";";
        }
        if (isOfLogin || isOfOwnRole) {
            return "set LEDGER_DB_USER to one that can't, made by CREATE ROLE "
                    + own.service().replace('-', '_') + " LOGIN PASSWORD '...' IN ROLE " + own.sqlName() + ";";
        }
        return "run REVOKE " + role + " FROM " + login + ", " + own.sqlName() + ";";
    }
}
