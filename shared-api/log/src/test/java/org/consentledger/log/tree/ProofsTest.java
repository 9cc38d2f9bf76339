package org.consentledger.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trees of every shape up to 70 leaves. */
class ProofsTest {

    private static final int SIZE = 70;
    private static final List<Hash> LEAVES = IntStream.range(0, SIZE)
            .mapToObj(i -> Hash.ofLeaf(new byte[] {(byte) i}))
            .toList();
    private static final TestTree TREE = new TestTree(LEAVES);

    private final Proofs proofs = new Proofs(TREE);

    @Test
    void everyLeafIsProvedAndNothingElseIs() {
        for (var size = 1; size <= SIZE; size++) {
            var root = TREE.root(size);
            for (var position = 0; position < size; position++) {
                var proof = proofs.inclusion(position, size);
                var leaf = LEAVES.get(position);
                assertThat(Verification.includes(leaf, position, size, proof, root))
                        .isTrue();
                assertThat(Verification.includes(leaf, position + 1, size, proof, root))
                        .isFalse();
                assertThat(Verification.includes(leaf, position, size, longer(proof), root))
                        .isFalse();
                assertThat(Verification.includes(Hash.EMPTY, position, size, proof, root))
                        .isFalse();
                for (var i = 0; i < proof.size(); i++) {
                    assertThat(Verification.includes(leaf, position, size, changed(proof, i), root))
                            .isFalse();
                    assertThat(Verification.includes(leaf, position, size, proof.subList(0, i), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void manyAreProvedAsEachAloneAndReadAtOnce() {
        var reads = new ArrayList<Integer>();
        var counting = new Proofs(wanted -> {
            reads.add(wanted.size());
            return TREE.read(wanted);
        });
        var positions = List.of(0L, 1L, 5L, 64L, 69L);

        assertThat(counting.inclusions(positions, SIZE))
                .isEqualTo(positions.stream()
                        .map(position -> proofs.inclusion(position, SIZE))
                        .toList());
        assertThat(reads).hasSize(1);
        assertThat(proofs.inclusions(List.of(), SIZE)).isEmpty();
        assertThatThrownBy(() -> proofs.inclusions(List.of(1L, (long) SIZE), SIZE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyGrowthIsProvedAndNothingElseIs() {
        for (var to = 1; to <= SIZE; to++) {
            for (var from = 1; from <= to; from++) {
                var older = TREE.root(from);
                var newer = TREE.root(to);
                var proof = proofs.consistency(from, to);
                assertThat(Verification.grew(from, older, to, newer, proof)).isTrue();
                assertThat(Verification.grew(from, older, to, newer, longer(proof)))
                        .isFalse();
                assertThat(Verification.grew(from, Hash.EMPTY, to, newer, proof))
                        .isFalse();
                assertThat(Verification.grew(from, older, to, Hash.EMPTY, proof))
                        .isFalse();
                for (var i = 0; i < proof.size(); i++) {
                    assertThat(Verification.grew(from, older, to, newer, changed(proof, i)))
                            .isFalse();
                    assertThat(Verification.grew(from, older, to, newer, proof.subList(0, i)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void fromNothingEverythingGrows() {
        assertThat(Verification.grew(0, Hash.EMPTY, 5, TREE.root(5), List.of())).isTrue();
        assertThat(Verification.grew(0, TREE.root(1), 5, TREE.root(5), List.of()))
                .isFalse();
        assertThat(Verification.grew(5, TREE.root(5), 4, TREE.root(4), List.of()))
                .isFalse();
    }

    @Test
    void whatIsNotThereCannotBeProved() {
        assertThatThrownBy(() -> proofs.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.inclusion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFrontierGoesOnWhereItWasLeft() {
        for (var left = 0; left <= SIZE; left++) {
            var frontier = new Frontier();
            LEAVES.subList(0, left).forEach(frontier::append);

            var again = new Frontier(frontier.size(), frontier.subtrees());
            LEAVES.subList(left, SIZE).forEach(again::append);

            assertThat(again.root()).isEqualTo(TREE.root(SIZE));
        }
        assertThatThrownBy(() -> new Frontier(3, List.of(Hash.EMPTY))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> longer(List<Hash> proof) {
        var longer = new ArrayList<>(proof);
        longer.add(Hash.EMPTY);
        return longer;
    }

    private static List<Hash> changed(List<Hash> proof, int at) {
        var changed = new ArrayList<>(proof);
        changed.set(at, Hash.EMPTY);
        return changed;
    }
}
