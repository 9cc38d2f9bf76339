package org.consentledger.ledger.start;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something a role cannot work without. In both parts, {@code %s} stands for the role.
 *
 * @param isMet SQL that is true if the current role has it
 * @param mend SQL by which the owner of the ledger's tables gives it
 */
record Need(String isMet, String mend) {

    static final Need SCHEMA = usage("ledger");

    static final Need KEYRING = usage("keyring");

    static final Need ACCESS = usage("access");

    static final Need REPLAY = usage("replay");

    static final Need WEBHOOK = usage("webhook");

    static final Need TRIGGER = appendOnly("ledger.event", "event_is_append_only");

    /** The same on each partition: whoever names one of them gets by the table's own. */
    static final Need PARTITIONS_TRIGGER = new Need("""
            NOT EXISTS (SELECT FROM pg_inherits
                         WHERE inhparent = 'ledger.event'::regclass
                           AND NOT EXISTS (SELECT FROM pg_trigger
                                            WHERE tgrelid = inhrelid AND tgname = 'event_is_append_only'
                                              AND tgenabled IN ('O', 'A')))
            """, """
            DO $$ DECLARE part regclass; BEGIN FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent = \
            'ledger.event'::regclass LOOP EXECUTE format('ALTER TABLE %%s ENABLE ALWAYS TRIGGER event_is_append_only', part); \
            END LOOP; END $$""");

    private static Need usage(String schema) {
        return new Need(
                "has_schema_privilege('" + schema + "', 'USAGE')", "GRANT USAGE ON SCHEMA " + schema + " TO %s");
    }

    static Need privileges(String table, String privileges) {
        var isMet = Arrays.stream(privileges.split(", "))
                .map(privilege -> "has_table_privilege('%s', '%s')".formatted(table, privilege))
                .collect(Collectors.joining(" AND "));
        return new Need(isMet, "GRANT " + privileges + " ON " + table + " TO %s");
    }

    /** The trigger that refuses changes of a table. */
    static Need appendOnly(String table, String trigger) {
        return new Need("""
                EXISTS (SELECT FROM pg_trigger
                         WHERE tgrelid = '%s'::regclass AND tgname = '%s' AND tgenabled IN ('O', 'A'))
                """.formatted(table, trigger), "ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + trigger);
    }

    /** Whatever functions a schema has. */
    static Need functions(String schema) {
        return new Need("""
                NOT EXISTS (SELECT FROM pg_proc
                             WHERE pronamespace = '%s'::regnamespace AND prorettype <> 'trigger'::regtype
                               AND NOT has_function_privilege(oid, 'EXECUTE'))
                """.formatted(schema), "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA " + schema + " TO %s");
    }

    static Need ownSchema(String schema) {
        return new Need(
                "EXISTS (SELECT FROM pg_namespace WHERE nspname = '" + schema
                        + "' AND pg_get_userbyid(nspowner) = current_user)",
                "ALTER SCHEMA " + schema + " OWNER TO %s");
    }
}
