package org.consentledger.log.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.log.tree.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    /** The paths of the specification, and those at the edges. */
    @ParameterizedTest
    @CsvSource({
        "000, 0, 256",
        "273, 273, 256",
        "273.p/112, 273, 112",
        "999, 999, 256",
        "x001/000, 1000, 256",
        "x001/x234/067, 1234067, 256",
        "x001/x234/067.p/1, 1234067, 1",
        "000.p/255, 0, 255"
    })
    void hasOnePath(String path, long index, int width) {
        var tile = new Tile(1, index, width);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(1, path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00",
                "0000",
                "x000/001",
                "001/000",
                "x001",
                "x01/000",
                "000.p/0",
                "000.p/256",
                "000.p/01",
                "000.p/",
                "000/",
                "/000",
                "-01",
                "x001/x000/x000/x000/x000/x000/000",
                "000.p/999"
            })
    void hasNoOtherPath(String path) {
        assertThat(Tile.parse(0, path)).isEmpty();
    }

    @Test
    void aTileBeyondEveryTreeNeedsMoreLeavesThanThereAre() {
        assertThat(Tile.parse(7, "x999/x999/x999/x999/999"))
                .hasValueSatisfying(tile -> assertThat(tile.leavesNeeded()).isEqualTo(Long.MAX_VALUE));
        assertThat(new Tile(7, 0, 1).leavesNeeded()).isEqualTo(1L << 56);
    }

    /** A tree of 70,000 leaves, as in the specification. */
    @Test
    void holdsTheNodesOfItsLevel() {
        assertThat(new Tile(0, 273, 112).nodes())
                .hasSize(112)
                .startsWith(new Node(0, 69_888))
                .endsWith(new Node(0, 69_999));
        assertThat(new Tile(0, 273, 112).leavesNeeded()).isEqualTo(70_000);
        assertThat(new Tile(1, 1, 17).nodes()).hasSize(17).startsWith(new Node(8, 256));
        assertThat(new Tile(1, 1, 17).leavesNeeded()).isEqualTo(273 * 256L);
        assertThat(new Tile(2, 0, 1).leavesNeeded()).isEqualTo(65_536);
    }
}
