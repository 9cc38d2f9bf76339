package org.consentledger.ledger.start;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that a login could do to what is only ever added to, and must not, found by looking at every role that it has
 * or could take on: a session that may become somebody mightier guards nothing.
 *
 * @param login the login, as SQL writes it
 * @param role who has the might: the login itself or one of its roles, as SQL writes it
 * @param might what it is, such as "owns the table ledger.event", or the name of a privilege on the table
 * @param whole the table that is not safe from it
 * @param table the same, or the partition of it
 */
record Excess(
        String login,
        String role,
        String might,
        String whole,
        String table,
        boolean isPrivilege,
        boolean isOfLogin,
        boolean isOfOwnRole) {

    /**
     * A login inherits privileges from its roles, so where those come from is told first. Files and programs of the
     * server are a way to become superuser.
     */
    private static final String FIND = """
            WITH reach AS (
                SELECT * FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')
            ), guarded AS (
                SELECT wanted.name AS whole, n.nspname || '.' || c.relname AS name, place, c.oid, c.relowner,
                       n.nspname, n.nspowner, d.datdba
                  FROM unnest(CAST(:tables AS text[])) WITH ORDINALITY AS wanted(name, place)
                  JOIN (pg_class w JOIN pg_namespace n ON n.oid = w.relnamespace)
                       ON n.nspname || '.' || w.relname = wanted.name
                  JOIN pg_class c ON c.oid = w.oid OR c.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = w.oid)
                  JOIN pg_database d ON d.datname = current_database()
            ), might AS (
                SELECT rolname, 1 AS rank, whole, name, place, kind, might
                  FROM reach, guarded, unnest(ARRAY[
                           CASE WHEN rolsuper THEN 'is a superuser' END,
                           CASE WHEN rolcreaterole THEN 'may create roles' END,
                           CASE WHEN relowner = reach.oid THEN 'owns the table ' || name END,
                           CASE WHEN nspowner = reach.oid THEN 'owns the schema ' || nspname END,
                           CASE WHEN datdba = reach.oid THEN 'owns the database' END,
                           CASE WHEN rolname IN ('pg_write_all_data', 'pg_write_server_files',
                                                 'pg_execute_server_program') THEN 'may write everything' END
                       ]) WITH ORDINALITY AS mights(might, kind)
                 WHERE might IS NOT NULL
                UNION ALL
                SELECT rolname, 2, whole, name, place, 1, privilege
                  FROM reach JOIN guarded ON true
                  JOIN unnest(CAST(:of AS text[]), CAST(:denied AS text[])) AS denial(of, privilege) ON of = whole
                 WHERE has_table_privilege(reach.oid, guarded.oid, privilege)
                    OR CASE WHEN privilege IN ('INSERT', 'UPDATE')
                            THEN has_any_column_privilege(reach.oid, guarded.oid, privilege) END
            )
            SELECT quote_ident(session_user) AS login, quote_ident(rolname) AS role, might, whole, name AS table,
                   rank = 2 AS is_privilege, rolname = session_user AS is_of_login, rolname = :own AS is_of_own_role
              FROM might
             ORDER BY rank, CASE WHEN rank = 1 THEN rolname <> session_user ELSE rolname IN (session_user, :own) END,
                      rolname, place, kind, name
             LIMIT 1
            """;

    static Optional<Excess> of(JdbcClient login, DatabaseRole role) {
        var denials = role.guarded().stream()
                .flatMap(guarded -> guarded.denied().stream().map(privilege -> new Denial(guarded.table(), privilege)))
                .toList();
        return login.sql(FIND)
                .param("tables", array(role.guarded().stream().map(Guarded::table)))
                .param("of", array(denials.stream().map(Denial::table)))
                .param("denied", array(denials.stream().map(Denial::privilege)))
                .param("own", role.sqlName())
                .query(Excess.class)
                .optional();
    }

    private record Denial(String table, String privilege) {}

    private static String[] array(Stream<String> values) {
        return values.toArray(String[]::new);
    }

    /** The whole sentence for the operator, with the SQL that mends it. */
    String told(DatabaseRole own) {
        return own.service() + "'s database login " + login + " could " + harm(own) + ": " + why() + "; " + mend(own);
    }

    private String harm(DatabaseRole own) {
        return own.guarded().stream()
                .filter(guarded -> guarded.table().equals(whole))
                .map(guarded -> "change or remove " + guarded.rows())
                .findFirst()
                .orElseThrow();
    }

    private String why() {
        var verb = isPrivilege ? "may " + might + " on " + table : might;
        return isOfLogin ? "it " + verb : "it can act as " + role + ", which " + verb;
    }

    private String mend(DatabaseRole own) {
        if (isPrivilege && (isOfLogin || isOfOwnRole)) {
            return "run REVOKE " + might + " ON " + table + " FROM PUBLIC, " + own.sqlName() + ", " + login + ";";
        }
        if (isOfLogin || isOfOwnRole) {
            return "set LEDGER_DB_USER to one that can't, made by CREATE ROLE "
                    + own.service().replace('-', '_') + " LOGIN PASSWORD '...' IN ROLE " + own.sqlName() + ";";
        }
        return "run REVOKE " + role + " FROM " + login + ", " + own.sqlName() + ";";
    }
}
