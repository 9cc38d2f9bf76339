package org.consentledger.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.digest.Sha256;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.export.SliceCsv;
import org.consentledger.log.export.SliceEnd;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.export.SliceLine;
import org.consentledger.log.export.SliceStatement;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import tools.jackson.databind.json.JsonMapper;

/** A slice of a log of 40 events as consent-query writes it: head, events, end. */
record TestSlice(boolean isTable, List<String> records) {

    static final int SIZE = 40;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every event that the filter lets through is at one of these positions. */
    static TestSlice of(boolean isTable, Map<String, String> filter, SigningKey key, long... positions) {
        return of(isTable, filter, key, TestLedger.ORIGIN, positions);
    }

    static TestSlice of(boolean isTable, Map<String, String> filter, SigningKey key, String origin, long... positions) {
        var leaves = LongStream.range(0, SIZE)
                .mapToObj(position -> TestEvents.event(position).leaf())
                .toList();
        var tree = new Frontier();
        leaves.forEach(tree::append);
        var checkpoint = new Checkpoint(origin, SIZE, tree.root());
        var records = new ArrayList<String>();
        if (isTable) {
            records.add(SliceCsv.names());
        }
        var asked = new TreeMap<>(filter);
        records.add(about(isTable, new SliceHead(SliceHead.FORMAT, asked, TestLedger.signed(checkpoint, key))));
        for (var position : positions) {
            records.add(event(isTable, TestEvents.event(position), leaves));
        }
        var sha256 = HexFormat.of().formatHex(Sha256.of(String.join("", records).getBytes(StandardCharsets.UTF_8)));
        var end = Math.min(Long.parseLong(filter.getOrDefault("upTo", Long.toString(SIZE))), SIZE - 1);
        var statement = new SliceStatement(
                SliceHead.FORMAT, origin, asked, SIZE, checkpoint.root().base64(), end, positions.length, sha256);
        records.add(about(isTable, new SliceEnd(statement, jws(statement, key))));
        return new TestSlice(isTable, records);
    }

    private static String event(boolean isTable, Entry entry, List<Hash> leaves) {
        var proof = TestReceipts.proof(leaves, (int) entry.position()).proof();
        var line = new SliceLine(entry, proof);
        return isTable ? SliceCsv.event(line) : JSON.writeValueAsString(line) + "\n";
    }

    private static String about(boolean isTable, Object value) {
        var json = JSON.writeValueAsString(value);
        return isTable ? SliceCsv.about(json) : json + "\n";
    }

    private static String jws(SliceStatement statement, SigningKey key) {
        var header = JSON.createObjectNode()
                .put("alg", "EdDSA")
                .put("typ", SliceStatement.JWS_TYPE)
                .put("kid", key.verification().keyId());
        return CompactJws.sign(header.toString(), JSON.writeValueAsString(statement), key)
                .toString();
    }

    /** Of the first event among the records. */
    int firstEvent() {
        return isTable ? 2 : 1;
    }

    TestSlice with(int record, String text) {
        var changed = new ArrayList<>(records);
        changed.set(record, text);
        return new TestSlice(isTable, changed);
    }

    TestSlice without(int record) {
        var changed = new ArrayList<>(records);
        changed.remove(record);
        return new TestSlice(isTable, changed);
    }

    String text() {
        return String.join("", records);
    }

    Path file(Path file) throws IOException {
        return Files.writeString(file, text());
    }
}
