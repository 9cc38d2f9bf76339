package org.consentledger.ledger.keyring;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/** Tells readers who is who, as it stands at this moment. */
public final class SubjectDirectory {

    private final SubjectLookups lookups;
    private final SubjectTable table;
    private final KeyEncryptionKeys keks;

    public SubjectDirectory(SubjectLookups lookups, SubjectTable table, KeyEncryptionKeys keks) {
        this.lookups = lookups;
        this.table = table;
        this.keks = keks;
    }

    /**
     * What a reference leads to.
     *
     * @param id of the subject; after an erasure of the one erased, whom nothing must be told about by this reference
     * @param erasedAt world time of the erasure, UTC; null if not erased
     */
    public record Entry(SubjectId id, @Nullable Instant erasedAt) {}

    /** Empty if the ledger holds nothing of anybody with this reference. */
    public Optional<Entry> find(String reference) {
        return table.find(lookup(reference)).map(row -> new Entry(new SubjectId(row.subjectId()), row.erasedAt()));
    }

    /** Under what a reference is kept. */
    public UUID lookup(String reference) {
        return lookups.of(reference);
    }

    /**
     * What of these subjects can still be read, by pseudonym. Those erased are left out.
     *
     * @throws UnsealingException if a key was altered, or its key-encryption key is not at hand
     */
    public Map<String, Legible> legible(Collection<String> subjectIds) {
        var legible = new HashMap<String, Legible>();
        table.named(subjectIds).forEach((id, row) -> {
            if (row.erasedAt() == null) {
                legible.put(id, new Legible(row.key() == null ? null : keks.unwrap(row.key(), id)));
            }
        });
        return legible;
    }

    /**
     * A subject who is not erased.
     *
     * @param key null if nothing of the subject was encrypted yet
     */
    public record Legible(@Nullable SubjectKey key) {}
}
