package org.consentledger.query.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.ledger.tree.StoredEntry;
import org.consentledger.log.export.ExportHead;
import org.consentledger.log.export.ExportLine;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the ledger down for the verifier: everything that the table of events holds, whether or not the tree knows it. Holds
 * one page in memory.
 */
@Component
final class Export {

    private static final int PAGE_EVENTS = 500;

    private final Checkpoints checkpoints;
    private final LedgerTree tree;
    private final LedgerEntries entries;
    private final JsonMapper json;

    Export(Checkpoints checkpoints, LedgerTree tree, LedgerEntries entries, JsonMapper json) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.entries = entries;
        this.json = json;
    }

    void write(long from, OutputStream out) throws IOException {
        // before the extent: what the checkpoint covers is in the tree
        var note = checkpoints.note();
        var extent = tree.extent();
        line(new ExportHead(ExportHead.FORMAT, from, extent.leaves(), note), out);
        var page = page(from, extent.events());
        while (!page.isEmpty()) {
            for (var stored : page) {
                line(new ExportLine(stored.entry(), stored.leaf().base64()), out);
            }
            out.flush();
            page = page(page.getLast().entry().position() + 1, extent.events());
        }
    }

    /** What is recorded while the export is written does not belong to it. */
    private List<StoredEntry> page(long from, long end) {
        return from >= end
                ? List.of()
                : entries.withLeavesFrom(from, (int) Math.min(PAGE_EVENTS, end - from)).stream()
                        .takeWhile(stored -> stored.entry().position() < end)
                        .toList();
    }

    private void line(Object value, OutputStream out) throws IOException {
        out.write((json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
