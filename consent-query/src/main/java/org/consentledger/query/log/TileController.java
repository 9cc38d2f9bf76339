package org.consentledger.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.tile.Tile;
import org.consentledger.query.paging.Missing;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The log as static resources, for clients that mirror and watch it (C2SP tlog-tiles). */
@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Log")
class TileController {

    private static final MediaType CHECKPOINT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");

    /** What two bytes can tell of a length. */
    private static final int ENTRY_BYTES_MAX = 65_535;

    private final Checkpoints checkpoints;
    private final LedgerTree tree;
    private final LedgerEntries entries;

    TileController(Checkpoints checkpoints, LedgerTree tree, LedgerEntries entries) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.entries = entries;
    }

    @Operation(
            operationId = "checkpoint",
            summary = "The newest checkpoint",
            description = "Size and root of the log, signed; a new one within seconds of anything new. C2SP"
                    + " tlog-checkpoint.")
    @GetMapping(path = "/v1/log/checkpoint", produces = "text/plain;charset=utf-8")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .contentType(CHECKPOINT)
                .cacheControl(CacheControl.noCache())
                .body(checkpoints.note());
    }

    @Operation(
            operationId = "tile",
            summary = "Hashes of the tree",
            description = "Up to 256, one after the other. The path behind the level is that of C2SP tlog-tiles.")
    @GetMapping(path = "/v1/log/tile/{level}/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String path) {
        var tile = wanted(level, path);
        var bytes = new ByteArrayOutputStream();
        tree.hashes(tile.nodes()).forEach(hash -> bytes.writeBytes(hash.bytes()));
        return immutable(bytes);
    }

    @Operation(
            operationId = "entries",
            summary = "Leaves of the tree",
            description = "Up to 256, each after its length in two bytes. They name events and the digests of their"
                    + " contents, and hold no personal data.")
    @GetMapping(path = "/v1/log/tile/entries/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> entries(@PathVariable String path) throws IOException {
        var tile = wanted("0", path);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        var position = tile.first();
        for (var entry : entries.from(tile.first(), tile.width())) {
            var leaf = entry.bytes();
            if (entry.position() != position++ || leaf.length > ENTRY_BYTES_MAX) {
                throw new BrokenTreeException(
                        "the event at position " + (position - 1) + " is not there, or not what it was");
            }
            out.writeShort(leaf.length);
            out.write(leaf);
        }
        return immutable(bytes);
    }

    /** What a checkpoint covers, and written as the specification has it; there is nothing else. */
    private Tile wanted(String level, String path) {
        return Optional.of(level)
                .filter(digits -> LEVEL.matcher(digits).matches() && !path.isEmpty())
                .flatMap(digits -> Tile.parse(Integer.parseInt(digits), path.substring(1)))
                .filter(tile -> tile.leavesNeeded() <= checkpoints.size())
                .orElseThrow(() -> Missing.because(ProblemCode.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> immutable(ByteArrayOutputStream bytes) {
        return ResponseEntity.ok().cacheControl(FOR_EVER).body(bytes.toByteArray());
    }
}
