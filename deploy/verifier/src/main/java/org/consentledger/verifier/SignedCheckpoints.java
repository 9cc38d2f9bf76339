package org.consentledger.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.log.tree.Hash;
import org.jspecify.annotations.Nullable;

/** Collects the checkpoints that may be compared with an export, and reports the others. */
final class SignedCheckpoints {

    private final List<VerificationKey> trusted;
    private final Consumer<Finding> findings;
    private final List<SignedCheckpoint> opened = new ArrayList<>();
    private @Nullable String origin;

    SignedCheckpoints(List<VerificationKey> trusted, Consumer<Finding> findings) {
        this.trusted = trusted;
        this.findings = findings;
    }

    /**
     * The first one that is signed says which log it is about.
     *
     * @param source where it was found, for people
     * @throws UnusableInputException if it is no checkpoint
     */
    void add(String note, String source) {
        opened(note, source)
                .filter(checkpoint -> isOfThisLog(checkpoint, source))
                .ifPresent(checkpoint -> opened.add(new SignedCheckpoint(checkpoint, source)));
    }

    private Optional<Checkpoint> opened(String note, String source) {
        try {
            var checkpoint = Checkpoint.open(note, trusted);
            if (checkpoint.size() == 0 && !checkpoint.root().equals(Hash.EMPTY)) {
                findings.accept(new Finding.Untrusted(source, "it has size 0, but not the root of the empty tree"));
                return Optional.empty();
            }
            return Optional.of(checkpoint);
        } catch (UntrustedNoteException e) {
            findings.accept(new Finding.Untrusted(source, String.valueOf(e.getMessage())));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(source + " holds no checkpoint", e);
        }
    }

    private boolean isOfThisLog(Checkpoint checkpoint, String source) {
        if (origin == null) {
            origin = checkpoint.origin();
        }
        if (!checkpoint.origin().equals(origin)) {
            findings.accept(new Finding.ForeignOrigin(source, checkpoint.origin(), origin));
            return false;
        }
        return true;
    }

    /** All of them; reports those that contradict each other whatever the export holds. */
    List<SignedCheckpoint> all() {
        var bySize = new LinkedHashMap<Long, SignedCheckpoint>();
        for (var checkpoint : opened) {
            var other = bySize.putIfAbsent(checkpoint.size(), checkpoint);
            if (other != null && !other.root().equals(checkpoint.root())) {
                findings.accept(new Finding.Equivocation(other, checkpoint));
            }
        }
        return opened;
    }
}
