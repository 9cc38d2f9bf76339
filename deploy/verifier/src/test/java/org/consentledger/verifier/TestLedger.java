package org.consentledger.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import tools.jackson.databind.json.JsonMapper;

/** A ledger, what was signed of it, and what its operator may do to it behind its back. Positions are as the events have them. */
final class TestLedger {

    static final String ORIGIN = "consent.example/ledger";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Row(Entry entry, Hash leaf) {
        static Row of(Entry entry) {
            return new Row(entry, entry.leaf());
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private long treeSize;
    private long from;

    static TestLedger of(int events) {
        var ledger = new TestLedger();
        ledger.record(events);
        return ledger;
    }

    void record(int events) {
        for (var i = 0; i < events; i++) {
            rows.add(Row.of(TestEvents.event(rows.size())));
        }
        treeSize = rows.size();
    }

    /** Signed now: over all there is. */
    Checkpoint checkpoint() {
        return checkpoint(ORIGIN);
    }

    Checkpoint checkpoint(String origin) {
        var tree = new Frontier();
        rows.forEach(row -> tree.append(row.leaf()));
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    static String signed(Checkpoint checkpoint, SigningKey... keys) {
        return checkpoint.sign(List.of(keys)).toString();
    }

    // what an operator may do

    void remove(int first, int last) {
        rows.subList(first, last + 1).clear();
    }

    void setBackTo(int size) {
        remove(size, rows.size() - 1);
        treeSize = size;
    }

    void alter(int position) {
        rewrite(position, TestEvents::withOtherPayload, false);
    }

    void alterWithLeaf(int position) {
        rewrite(position, TestEvents::withOtherPayload, true);
    }

    void alterLeaf(int position) {
        rows.set(position, new Row(rows.get(position).entry(), Hash.ofLeaf(new byte[0])));
    }

    void rewrite(int position, UnaryOperator<Entry> change, boolean withLeaf) {
        var row = rows.get(position);
        var changed = change.apply(row.entry());
        rows.set(position, withLeaf ? Row.of(changed) : new Row(changed, row.leaf()));
    }

    /** The contents change places, the leaves stay. */
    void swap(int one, int other) {
        put(one, other);
        put(other, one);
    }

    /** The event recorded at a position comes to stand at another. */
    void put(int at, int recordedAt) {
        rows.set(
                at,
                new Row(
                        TestEvents.at(TestEvents.event(recordedAt), at),
                        rows.get(at).leaf()));
    }

    /** Contents and leaves change places. */
    void swapWithLeaves(int one, int other) {
        rows.set(
                one,
                new Row(
                        TestEvents.at(TestEvents.event(other), one),
                        TestEvents.event(other).leaf()));
        rows.set(
                other,
                new Row(
                        TestEvents.at(TestEvents.event(one), other),
                        TestEvents.event(one).leaf()));
    }

    void exchangeLines(int one, int other) {
        Collections.swap(rows, one, other);
    }

    void repeatLine(int position) {
        rows.add(position + 1, rows.get(position));
    }

    /** Behind the ledger's back: the tree does not learn of it. */
    void insertBehindTheTree(int events) {
        var size = treeSize;
        record(events);
        treeSize = size;
    }

    void exportFrom(int position) {
        from = position;
    }

    /** As consent-query writes it. */
    Path export(Path file, String checkpoint) {
        try (var out = Files.newBufferedWriter(file)) {
            var head = new LinkedHashMap<String, Object>();
            head.put("format", "consent-ledger/export/v1");
            head.put("from", from);
            head.put("treeSize", treeSize);
            head.put("checkpoint", checkpoint);
            out.write(JSON.writeValueAsString(head) + "\n");
            for (var row : rows.subList((int) from, rows.size())) {
                var line = new LinkedHashMap<String, Object>();
                line.put("entry", row.entry());
                line.put("leaf", row.leaf().base64());
                out.write(JSON.writeValueAsString(line) + "\n");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
