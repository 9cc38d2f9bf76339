package org.consentledger.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.export.SliceGaps;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.export.SliceLine;
import org.consentledger.log.export.SliceStatement;
import org.consentledger.log.tree.Hash;
import org.consentledger.query.feed.Scan;
import org.consentledger.query.log.ProvenEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a part of the ledger down as the database holds it, and the proof of each event against the newest checkpoint. What an
 * operator did to an event shows in its proof, and is for the verifier to find; where one is missing, nothing is signed. Holds
 * one page in memory.
 */
@Component
final class SliceExport {

    /** Each event needs up to 255 hashes besides its own to be proved, if no other of the page has the same. */
    private static final int PAGE_EVENTS = 200;

    private final ProvenEvents log;
    private final LedgerReader ledger;
    private final LedgerEntries entries;
    private final SliceSignature signature;
    private final JsonMapper json;

    SliceExport(
            ProvenEvents log, LedgerReader ledger, LedgerEntries entries, SliceSignature signature, JsonMapper json) {
        this.log = log;
        this.ledger = ledger;
        this.entries = entries;
        this.signature = signature;
        this.json = json;
    }

    /**
     * Writes all of it, as far as a checkpoint covers it.
     *
     * @param minPosition waits for a checkpoint that covers it; null for the newest there is
     * @throws ProblemException if there is no such checkpoint in time: 503, and nothing is written
     * @throws BrokenTreeException if events are missing, as far as the slice lets that show; it has no end then
     * @throws IOException if the caller has gone
     */
    void write(Slice slice, SliceForm form, @Nullable Long minPosition, OutputStream to) throws IOException {
        var signed = log.checkpoint(minPosition);
        var checkpoint = signed.checkpoint();
        var out = new HashedOutput(to);
        out.write(form.head(new SliceHead(SliceHead.FORMAT, slice.parameters(), signed.note()), json));
        var scan = Scan.of(entries::read, Entry::position);
        var end = end(slice, checkpoint.size());
        var position = begin(slice, checkpoint.size());
        var gaps = SliceGaps.after(slice.parameters(), position);
        var events = 0L;
        while (position < end) {
            var found = scan.next(slice.filter(), position, end, PAGE_EVENTS);
            found.items().forEach(entry -> gaps.event(entry).ifPresent(SliceExport::breakOff));
            for (var line : proven(found.items(), checkpoint.size())) {
                out.write(form.event(line, json));
            }
            out.flush();
            events += found.items().size();
            position = found.upTo();
        }
        gaps.end(position).ifPresent(SliceExport::breakOff);
        // in a variable of its own, as what is written next has no part in it
        var sha256 = out.sha256();
        out.write(form.end(
                signature.sign(new SliceStatement(
                        SliceHead.FORMAT,
                        checkpoint.origin(),
                        slice.parameters(),
                        checkpoint.size(),
                        checkpoint.root().base64(),
                        position,
                        events,
                        sha256)),
                json));
        out.flush();
    }

    private static void breakOff(String gap) {
        throw new BrokenTreeException(gap);
    }

    private List<SliceLine> proven(List<Entry> page, long size) {
        var proofs = log.inclusions(page.stream().map(Entry::position).toList(), size);
        return IntStream.range(0, page.size())
                .mapToObj(i -> new SliceLine(
                        page.get(i), proofs.get(i).stream().map(Hash::base64).toList()))
                .toList();
    }

    /** The position before the first one to look at. */
    private long begin(Slice slice, long size) {
        return slice.from() == null ? slice.after() : Math.max(slice.after(), firstAt(slice.from(), size) - 1);
    }

    /** The last position to look at. */
    private long end(Slice slice, long size) {
        var covered = slice.upTo() == null ? size - 1 : Math.min(slice.upTo(), size - 1);
        return slice.to() == null ? covered : Math.min(covered, firstAt(slice.to(), size) - 1);
    }

    /** The first position that was recorded at a moment or later; times never run backwards along positions. */
    private long firstAt(Instant moment, long size) {
        var low = 0L;
        var high = size;
        while (low < high) {
            var middle = low + (high - low) / 2;
            var recordedAt = ledger.recordedAt(middle);
            if (recordedAt.isEmpty() || !recordedAt.get().isBefore(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low < size && !isThere(low)) {
            // on which side of the moment it was, nobody knows: the slice would begin or end beside a gap that does not
            // show
            throw new BrokenTreeException("the event at position " + low + " is missing");
        }
        return low;
    }

    private boolean isThere(long position) {
        var found = entries.from(position, 1);
        return !found.isEmpty() && found.getFirst().position() == position;
    }
}
