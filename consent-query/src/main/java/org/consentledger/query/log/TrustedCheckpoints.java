package org.consentledger.query.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;
import org.springframework.stereotype.Component;

/** Checkpoints that this log's own keys signed, for whoever reads events and wants to know whether they are the signed ones. */
@Component
public final class TrustedCheckpoints {

    private final CheckpointRows rows;
    private final Checkpoints checkpoints;
    private final LogKeys keys;

    TrustedCheckpoints(CheckpointRows rows, Checkpoints checkpoints, LogKeys keys) {
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /**
     * Some of those of a size in a range, the newest first and the newest of all among them; those that others put into the
     * database, or that were signed with a key no longer in use, are passed over.
     *
     * @param more it covers more events than these
     * @param atMost it covers no more than these
     */
    public List<Checkpoint> between(long more, long atMost) {
        return rows.between(more, atMost).stream()
                .flatMap(this::opened)
                .filter(checkpoint -> checkpoint.size() > more && checkpoint.size() <= atMost)
                .toList();
    }

    /**
     * The newest one, once it covers an event; empty if none does in time. Whoever waits should hold no connection
     * meanwhile.
     */
    public Optional<Checkpoint> covering(long position, Duration atMost) {
        try {
            return Optional.of(checkpoints.covering(position, atMost).checkpoint());
        } catch (ProblemException e) {
            // what a caller would be answered; here there is none
            return Optional.empty();
        }
    }

    private Stream<Checkpoint> opened(String note) {
        try {
            var trusted = keys.all().stream().map(SigningKey::verification).toList();
            var checkpoint = Checkpoint.open(note, trusted);
            return checkpoint.origin().equals(keys.origin()) ? Stream.of(checkpoint) : Stream.empty();
        } catch (UntrustedNoteException | IllegalArgumentException e) {
            // whoever put it there has no key: it proves nothing
            return Stream.empty();
        }
    }
}
