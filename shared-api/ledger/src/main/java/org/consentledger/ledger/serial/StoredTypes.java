package org.consentledger.ledger.serial;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.erasure.LegalHoldPlaced;
import org.consentledger.erasure.LegalHoldReleased;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.notice.NoticePublished;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.recipient.SafeguardWithdrawn;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;

/** Everything that may stand in the event store, by stable name and by class. */
public final class StoredTypes {

    /** The events of the ledger. A name, once used, is never given to anything else. */
    public static final List<StoredType> EVENTS = List.of(
            new StoredType("NoticePublished", 1, NoticePublished.class),
            new StoredType("RecipientRegistered", 1, RecipientRegistered.class),
            new StoredType("SafeguardRecorded", 1, SafeguardRecorded.class),
            new StoredType("SafeguardWithdrawn", 1, SafeguardWithdrawn.class),
            new StoredType("RecipientRetired", 1, RecipientRetired.class),
            new StoredType("ConsentGiven", 2, ConsentGiven.class),
            new StoredType("ConsentRefused", 2, ConsentRefused.class),
            new StoredType("ConsentRevoked", 2, ConsentRevoked.class),
            new StoredType("ConsentExpired", 1, ConsentExpired.class),
            new StoredType("ProcessingObjected", 2, ProcessingObjected.class),
            new StoredType("ObjectionWithdrawn", 2, ObjectionWithdrawn.class),
            new StoredType("TransferPermitted", 2, TransferPermitted.class),
            new StoredType("TransferRefused", 2, TransferRefused.class),
            new StoredType("TransferReported", 2, TransferReported.class),
            new StoredType("LegalHoldPlaced", 1, LegalHoldPlaced.class),
            new StoredType("LegalHoldReleased", 1, LegalHoldReleased.class),
            new StoredType("ErasureRequested", 1, ErasureRequested.class),
            new StoredType("SubjectErased", 1, SubjectErased.class));

    private final Map<String, StoredType> byName;
    private final Map<Class<?>, StoredType> byClass;

    /** @param more what a service stores besides events, such as snapshots */
    public StoredTypes(Collection<StoredType> more) {
        var all = Stream.concat(EVENTS.stream(), more.stream()).toList();
        byName = all.stream().collect(toUnmodifiableMap(StoredType::name, identity()));
        byClass = all.stream().collect(toUnmodifiableMap(StoredType::type, identity()));
    }

    Optional<StoredType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<StoredType> of(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }
}
