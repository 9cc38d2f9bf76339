package org.consentledger.ledger.keyring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.erasure.ErasureRules;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whom commands are about. Those who are known are remembered for a while, as their key never changes; what is
 * remembered of somebody whom another node erased meanwhile shows when the stream has moved on, and is forgotten then. Who
 * is erased, or not known yet, is looked up each time.
 */
public final class Subjects {

    private static final int REMEMBERED_MAX = 50_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final SubjectLookups lookups;
    private final SubjectTable table;
    private final KeyEncryptionKeys keks;
    private final Cache<UUID, Subject> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    public Subjects(SubjectLookups lookups, SubjectTable table, KeyEncryptionKeys keks) {
        this.lookups = lookups;
        this.table = table;
        this.keks = keks;
    }

    /** Who has this reference: somebody known, erased, or new. */
    public Subject of(String reference) {
        var lookup = lookups.of(reference);
        var known = remembered.getIfPresent(lookup);
        return known == null
                ? table.find(lookup).map(this::known).orElseGet(() -> beginning(lookup, reference, null, null))
                : known;
    }

    /**
     * Who has this reference, when a consent is given: somebody erased begins anew with it ({@link
     * ErasureRules#beginsAnew}).
     *
     * @param collectedAt world time of the consent, UTC
     */
    public Subject consenting(String reference, Instant collectedAt) {
        var subject = of(reference);
        if (!ErasureRules.beginsAnew(collectedAt, subject.erasedAt())) {
            return subject;
        }
        var predecessor = new Subject.Predecessor(subject.id(), table.lastSequence(subject.id()));
        return beginning(lookups.of(reference), reference, predecessor, collectedAt);
    }

    /** Somebody who was recorded before. Of whom nothing is kept was erased, and the reference has another subject now. */
    public Subject recorded(SubjectId id) {
        return Optional.ofNullable(table.named(List.of(id.value())).get(id.value()))
                .map(this::known)
                .orElseGet(() -> new Subject(null, id, null, null, null, null));
    }

    /** The ledger has taken down who they are, together with an event of theirs. */
    public void settled(Subject subject) {
        if (subject.claim() != null && subject.lookup() != null) {
            remembered.put(subject.lookup(), subject.settled());
        }
    }

    /** What is remembered of them is not to be trusted any more. */
    public void forget(Subject subject) {
        if (subject.lookup() != null) {
            remembered.invalidate(subject.lookup());
        }
    }

    private Subject known(SubjectRow row) {
        var id = new SubjectId(row.subjectId());
        if (row.erasedAt() != null) {
            return new Subject(row.lookup(), id, null, row.erasedAt(), null, null);
        }
        if (row.key() == null) {
            var key = SubjectKey.generate();
            var claim = new Subject.Claim(keks.wrap(key, id.value()), null, false);
            return new Subject(row.lookup(), id, key, null, null, claim);
        }
        var subject = new Subject(row.lookup(), id, keks.unwrap(row.key(), id.value()), null, row.begunAt(), null);
        remembered.put(row.lookup(), subject);
        return subject;
    }

    private Subject beginning(
            UUID lookup, String reference, Subject.@Nullable Predecessor predecessor, @Nullable Instant begunAt) {
        var key = SubjectKey.generate();
        var id = key.pseudonym(reference);
        var claim = new Subject.Claim(keks.wrap(key, id.value()), predecessor, true);
        return new Subject(lookup, id, key, null, begunAt, claim);
    }
}
