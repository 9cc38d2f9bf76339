package org.consentledger.log.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.log.tree.Node;

/**
 * Up to 256 hashes that stand side by side, or the entries below them (C2SP tlog-tiles).
 *
 * @param level of the tiles, each eight levels of the tree; 0 for leaves
 * @param index within the level
 * @param width how many; less than 256 only at the right edge of the tree
 */
public record Tile(int level, long index, int width) {

    public static final int WIDTH_MAX = 256;

    /** Levels of the tree in one level of tiles. */
    public static final int HEIGHT = 8;

    private static final int LEVEL_MAX = 7;
    private static final Pattern INDEX = Pattern.compile("((?:x[0-9]{3}/){0,4})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /**
     * Reads the part of a path behind the level.
     *
     * @param path such as {@code x001/x234/067} or {@code 273.p/112}
     * @return empty if it is written in any other way than the specification's
     */
    public static Optional<Tile> parse(int level, String path) {
        var matcher = INDEX.matcher(path);
        if (level < 0 || level > LEVEL_MAX || !matcher.matches()) {
            return Optional.empty();
        }
        var index = Long.parseLong(matcher.group(1).replaceAll("[x/]", "") + matcher.group(2));
        var width = matcher.group(3) == null ? WIDTH_MAX : Integer.parseInt(matcher.group(3));
        var tile = new Tile(level, index, width);
        // one way to write each: no leading groups of zeros, and no partial tile that is whole
        return width <= WIDTH_MAX && tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** The path behind the level. */
    public String path() {
        var digits = new StringBuilder();
        var rest = index;
        digits.insert(0, "%03d".formatted(rest % 1_000));
        for (rest /= 1_000; rest > 0; rest /= 1_000) {
            digits.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        return width == WIDTH_MAX ? digits.toString() : digits + ".p/" + width;
    }

    /** The nodes of the tree whose hashes it holds. */
    public List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < width; i++) {
            nodes.add(new Node(level * HEIGHT, index * WIDTH_MAX + i));
        }
        return nodes;
    }

    /** Position of its first hash, or entry, among those of the level. */
    public long first() {
        return index * WIDTH_MAX;
    }

    /** Leaves that a tree must have to have all of it; {@link Long#MAX_VALUE} for more than any has. */
    public long leavesNeeded() {
        var hashes = first() + width;
        var bits = level * HEIGHT;
        return hashes > Long.MAX_VALUE >> bits ? Long.MAX_VALUE : hashes << bits;
    }
}
