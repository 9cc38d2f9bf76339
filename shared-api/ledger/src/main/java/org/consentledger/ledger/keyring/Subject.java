package org.consentledger.ledger.keyring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a command is about, as they were known when it came. Travels with the command, and never with what it records.
 *
 * @param lookup under what they are found; null if their reference has another subject since their erasure
 * @param key of their personal data; null if they are erased
 * @param erasedAt world time of their erasure, UTC; null if they are not erased
 * @param begunAt world time with which they began anew, UTC; null if they never were erased
 * @param claim what the ledger must take down of them together with the first event; null if it has that
 */
public record Subject(
        @Nullable UUID lookup,
        SubjectId id,
        @Nullable SubjectKey key,
        @Nullable Instant erasedAt,
        @Nullable Instant begunAt,
        @Nullable Claim claim) {

    private static final String METADATA = Subject.class.getName();

    /**
     * To be taken down, unless somebody else was faster.
     *
     * @param key encrypted
     * @param predecessor the erased subject whose reference they have; null if there is none
     * @param begins whether there is no event of them yet
     */
    public record Claim(WrappedKey key, @Nullable Predecessor predecessor, boolean begins) {}

    /**
     * Somebody erased, with whose reference somebody begins anew.
     *
     * @param lastSequence of their newest event, as far as it was known
     */
    public record Predecessor(SubjectId id, long lastSequence) {}

    /** Whom the command that is being handled is about; empty if it says nothing of that. */
    public static Optional<Subject> ofCommand() {
        return CurrentUnitOfWork.map(unit -> unit.root().getMessage()).flatMap(Subject::of);
    }

    private static Optional<Subject> of(@Nullable Message<?> command) {
        return command != null && command.getMetaData().get(METADATA) instanceof Subject subject
                ? Optional.of(subject)
                : Optional.empty();
    }

    /** To be added to a command's metadata. */
    public MetaData toMetaData() {
        return MetaData.with(METADATA, this);
    }

    /** Whether nothing personal of them may be kept. */
    public boolean isErased() {
        return key == null;
    }

    /**
     * The key of somebody who is not erased.
     *
     * @throws IllegalStateException if they are
     */
    public SubjectKey knownKey() {
        if (key == null) {
            throw new IllegalStateException("the key of subject " + id + " was destroyed");
        }
        return key;
    }

    /** The same, with nothing left to take down. */
    Subject settled() {
        return new Subject(lookup, id, key, erasedAt, begunAt, null);
    }

    /** Whose reference they have now; empty if nobody had it before. */
    public Optional<SubjectId> predecessor() {
        return Optional.ofNullable(claim).map(Claim::predecessor).map(Predecessor::id);
    }

    /** Whether the ledger cannot hold an event of them yet. */
    public boolean isNew() {
        return claim != null && claim.begins();
    }
}
