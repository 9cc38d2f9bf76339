package org.consentledger.ledger.tree;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.consentledger.log.tile.Tile;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Node;
import org.consentledger.log.tree.Nodes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tree as the database keeps it: every leaf, and the root of each complete subtree of 256, 256² … leaves. What lies
 * between is computed, from at most 128 of those for each node.
 */
public final class LedgerTree implements Nodes {

    /** Every hash of these ranges, at one level that is kept. */
    private static final String KEPT = """
            SELECT wanted.level, found.index, found.hash
              FROM unnest(:levels::integer[], :first::bigint[], :last::bigint[]) AS wanted(level, first, last)
             CROSS JOIN LATERAL (
                    SELECT e.position AS index, e.leaf_hash AS hash FROM ledger.event AS e
                     WHERE wanted.level = 0 AND e.position BETWEEN wanted.first AND wanted.last
                     UNION ALL
                    SELECT n.index, n.hash FROM ledger.tree_node AS n
                     WHERE n.level = wanted.level AND n.index BETWEEN wanted.first AND wanted.last) AS found
            """;

    private final JdbcClient jdbc;

    public LedgerTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where the tree ends, as the last commit left it.
     *
     * @throws BrokenTreeException if that cannot be the end of a tree
     */
    public Frontier frontier() {
        return jdbc.sql("SELECT size, subtrees FROM ledger.tree")
                .query((row, number) -> frontier(row.getLong("size"), row.getArray("subtrees")))
                .optional()
                .orElseThrow(() -> new BrokenTreeException("the ledger's tree is gone"));
    }

    private static Frontier frontier(long size, Array subtrees) throws SQLException {
        var hashes = new ArrayList<Hash>();
        for (var hash : (byte[][]) subtrees.getArray()) {
            hashes.add(hash(hash));
        }
        try {
            return new Frontier(size, hashes);
        } catch (IllegalArgumentException e) {
            throw new BrokenTreeException("the ledger's tree cannot have " + size + " leaves and end as it does");
        }
    }

    static Hash hash(byte @Nullable [] hash) {
        if (hash == null || hash.length != Hash.BYTES) {
            throw new BrokenTreeException("the ledger's tree holds something that is no hash");
        }
        return Hash.of(hash);
    }

    /**
     * How far the ledger goes, at one moment.
     *
     * @param leaves of the tree
     * @param events one more than the newest position in the table of events; the same as {@code leaves}, unless somebody
     *     else than a service put events there or took them away
     */
    public record Extent(long leaves, long events) {}

    /** One statement, and so one moment. */
    public Extent extent() {
        return jdbc.sql(
                        "SELECT size, (SELECT coalesce(max(position), -1) + 1 FROM ledger.event) AS events FROM ledger.tree")
                .query((row, number) -> new Extent(row.getLong("size"), row.getLong("events")))
                .optional()
                .orElseThrow(() -> new BrokenTreeException("the ledger's tree is gone"));
    }

    /**
     * One round trip, however many are wanted.
     *
     * @throws BrokenTreeException if the tree lacks one that has to be there
     */
    @Override
    public Map<Node, Hash> read(Set<Node> wanted) {
        var kept = kept(wanted);
        var found = new HashMap<Node, Hash>();
        wanted.forEach(node -> found.put(node, hash(node, kept)));
        return found;
    }

    /** In this order, in one round trip. */
    public List<Hash> hashes(List<Node> wanted) {
        var found = read(new LinkedHashSet<>(wanted));
        return wanted.stream()
                .map(node -> Objects.requireNonNull(found.get(node)))
                .toList();
    }

    private Map<Node, Hash> kept(Set<Node> wanted) {
        var kept = new HashMap<Node, Hash>();
        jdbc.sql(KEPT)
                .param("levels", wanted.stream().map(LedgerTree::keptLevel).toArray(Integer[]::new))
                .param("first", numbers(wanted, LedgerTree::firstKept))
                .param("last", numbers(wanted, node -> firstKept(node) + width(node) - 1))
                .query((row, number) ->
                        kept.put(new Node(row.getInt("level"), row.getLong("index")), hash(row.getBytes("hash"))))
                .list();
        return kept;
    }

    private static Long[] numbers(Set<Node> nodes, ToLongFunction<Node> number) {
        return nodes.stream().mapToLong(number).boxed().toArray(Long[]::new);
    }

    /** From the hashes of the level below that is kept. */
    private static Hash hash(Node node, Map<Node, Hash> kept) {
        var row = new ArrayList<Hash>();
        for (var i = 0; i < width(node); i++) {
            var below = kept.get(new Node(keptLevel(node), firstKept(node) + i));
            if (below == null) {
                throw new BrokenTreeException("the tree of the ledger has a hole at level " + keptLevel(node)
                        + ", index " + (firstKept(node) + i));
            }
            row.add(below);
        }
        while (row.size() > 1) {
            var above = new ArrayList<Hash>();
            for (var i = 0; i < row.size(); i += 2) {
                above.add(Hash.ofNode(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }

    private static int keptLevel(Node node) {
        return node.level() - node.level() % Tile.HEIGHT;
    }

    private static int width(Node node) {
        return 1 << node.level() % Tile.HEIGHT;
    }

    private static long firstKept(Node node) {
        return node.index() * width(node);
    }
}
