package org.consentledger.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Node;
import org.consentledger.log.tree.Proofs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page's modules know every proof that the ledger makes, and take none for another. */
@ExtendWith(AtTheDesk.class)
class ProofsInTheBrowserTest {

    private static final int SIZE_MAX = 33;

    private final Map<Node, Hash> nodes = new HashMap<>();
    private final Proofs proofs = new Proofs(wanted -> nodes);
    private final List<Hash> roots = new ArrayList<>();

    @Test
    void every_proof_of_small_trees_holds_there_and_with_one_thing_changed_holds_no_more(Visitor visitor) {
        grow();
        var page = visitor.open("/verification");

        for (var size = 1; size <= SIZE_MAX; size++) {
            assertThat(judged(page, inclusions(size)))
                    .as("inclusion in " + size)
                    .containsOnly("true,false,false,false");
            assertThat(judged(page, growths(size))).as("growth to " + size).containsOnly("true,false,false,false");
        }
    }

    private void grow() {
        var tree = new Frontier();
        roots.add(tree.root());
        for (var position = 0; position < SIZE_MAX; position++) {
            var node = Node.leaf(position);
            nodes.put(node, Hash.ofLeaf(Integer.toString(position).getBytes(StandardCharsets.US_ASCII)));
            tree.append(nodes.get(node));
            roots.add(tree.root());
            while (node.index() % 2 == 1) {
                var left = new Node(node.level(), node.index() - 1);
                var parent = new Node(node.level() + 1, node.index() / 2);
                nodes.put(parent, Hash.ofNode(nodes.get(left), nodes.get(node)));
                node = parent;
            }
        }
    }

    private List<Map<String, Object>> inclusions(int size) {
        var cases = new ArrayList<Map<String, Object>>();
        for (var position = 0; position < size; position++) {
            cases.add(Map.of(
                    "position", position,
                    "size", size,
                    "leaf", nodes.get(Node.leaf(position)).base64(),
                    "root", roots.get(size).base64(),
                    "proof",
                            proofs.inclusion(position, size).stream()
                                    .map(Hash::base64)
                                    .toList()));
        }
        return cases;
    }

    private List<Map<String, Object>> growths(int size) {
        var cases = new ArrayList<Map<String, Object>>();
        for (var from = 1; from <= size; from++) {
            cases.add(Map.of(
                    "from", from,
                    "size", size,
                    "older", roots.get(from).base64(),
                    "root", roots.get(size).base64(),
                    "proof",
                            proofs.consistency(from, size).stream()
                                    .map(Hash::base64)
                                    .toList()));
        }
        return cases;
    }

    /** Of each: as it is, with another root, with a hash too many, and with another leaf or older root. */
    @SuppressWarnings("unchecked")
    private static List<String> judged(Page page, List<Map<String, Object>> cases) {
        return (List<String>) page.evaluate("""
                async cases => {
                  const page = document.querySelector('script[src*="verification/page.js"]').src;
                  const {includes, grew} = await import(page.replace('page.js', 'tree.js'));
                  const {fromBase64} = await import(page.replace('page.js', 'bytes.js'));
                  const other = new Uint8Array(32);
                  const holds = (c, root, proof, start) => c.leaf
                    ? includes(start, c.position, c.size, proof, root)
                    : grew({size: c.from, root: start}, {size: c.size, root}, proof);
                  return Promise.all(cases.map(async c => {
                    const start = fromBase64(c.leaf ?? c.older);
                    const root = fromBase64(c.root);
                    const proof = c.proof.map(fromBase64);
                    return [
                      await holds(c, root, proof, start),
                      await holds(c, other, proof, start),
                      await holds(c, root, [...proof, other], start),
                      await holds(c, root, proof, other),
                    ].join();
                  }));
                }""", cases);
    }
}
