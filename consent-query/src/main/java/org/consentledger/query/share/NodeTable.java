package org.consentledger.query.share;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which nodes there are and what they hold, in the database and by its clock. */
final class NodeTable {

    private static final String SAY = """
            INSERT INTO projection.node (node, knows, stuck, seen_at) VALUES (?, ?, ?, clock_timestamp())
                ON CONFLICT (node) DO UPDATE SET stuck = excluded.stuck, seen_at = excluded.seen_at
            """;

    private static final String ALIVE = """
            SELECT node, knows, stuck FROM projection.node WHERE seen_at > clock_timestamp() - make_interval(secs => ?)
            """;

    /**
     * A node that comes back finds out at its next change of the token, which fails. One that is just changing it has the row
     * locked, and is not dead but late. Nodes of a release that does not say whether it is there are left alone: their claims
     * run out.
     */
    private static final String FREE = """
            UPDATE projection.token_entry SET owner = NULL
             WHERE (processor_name, segment) IN (
                   SELECT processor_name, segment
                     FROM projection.token_entry AS token JOIN projection.node AS dead ON dead.node = token.owner
                    WHERE dead.seen_at <= clock_timestamp() - make_interval(secs => ?)
                      FOR UPDATE OF token SKIP LOCKED)
            """;

    private static final String HOLDERS =
            "SELECT processor_name, owner FROM projection.token_entry WHERE segment = 0 AND owner IS NOT NULL";

    private static final String FORGET = "DELETE FROM projection.node WHERE seen_at < now() - interval '1 day'";

    private final JdbcClient jdbc;
    private final double silentSeconds;

    /** @param silentFor after this time without a word a node counts as dead */
    NodeTable(JdbcClient jdbc, Duration silentFor) {
        this.jdbc = jdbc;
        this.silentSeconds = silentFor.toMillis() / 1e3;
    }

    void say(Member me) {
        jdbc.sql(SAY)
                .params(me.node(), me.knows().toArray(String[]::new), me.stuck().toArray(String[]::new))
                .update();
        jdbc.sql(FORGET).update();
    }

    List<Member> alive() {
        return jdbc.sql(ALIVE)
                .param(silentSeconds)
                .query((row, number) ->
                        new Member(row.getString("node"), set(row.getArray("knows")), set(row.getArray("stuck"))))
                .list();
    }

    private static Set<String> set(Array names) throws SQLException {
        return Set.of((String[]) names.getArray());
    }

    /** Takes from nodes that are dead what they held. */
    int freeOfDead() {
        return jdbc.sql(FREE).param(silentSeconds).update();
    }

    /** Nodes by what they hold, alive or not. */
    Map<String, String> holders() {
        var holders = new HashMap<String, String>();
        jdbc.sql(HOLDERS).query(row -> {
            holders.put(row.getString("processor_name"), row.getString("owner"));
        });
        return holders;
    }

    void leave(String node) {
        jdbc.sql("DELETE FROM projection.node WHERE node = ?").param(node).update();
    }
}
