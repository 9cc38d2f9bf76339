package org.consentledger.bench.seed;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.ledger.pseudonym.SubjectPseudonyms;
import org.consentledger.ledger.store.CommandIdentity;
import org.consentledger.register.LegalRegister;

/** Appends sample histories, several threads at once. */
final class Seeding {

    private static final int THREADS = 4;

    /** Events appended together; a longer history is appended in pieces. */
    private static final int BATCH = 200;

    /** Appends wait for their turn and give up after a while; on a busy machine that happens, and nothing is recorded. */
    private static final int ATTEMPTS_MAX = 20;

    private static final int DIGEST_BYTES = 32;

    private final EventStorageEngine engine;
    private final SubjectPseudonyms pseudonyms;
    private final Catalogue catalogue;
    private final LegalRegister register;

    Seeding(EventStorageEngine engine, SubjectPseudonyms pseudonyms, Catalogue catalogue, LegalRegister register) {
        this.engine = engine;
        this.pseudonyms = pseudonyms;
        this.catalogue = catalogue;
        this.register = register;
    }

    void run(SeedPlan plan) throws InterruptedException {
        var subjectsPerTask = Math.max(1, BATCH / plan.events());
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var tasks = new ArrayList<Future<?>>();
            for (var first = 0; first < plan.subjects(); first += subjectsPerTask) {
                var from = plan.first() + first;
                var to = plan.first() + Math.min(plan.subjects(), first + subjectsPerTask);
                tasks.add(threads.submit(() -> append(plan, from, to)));
            }
            for (var task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("seeding failed", e.getCause());
        }
    }

    private void append(SeedPlan plan, int from, int to) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var number = from; number < to; number++) {
            var subject = plan.prefix() + number;
            var id = pseudonyms.of(subject);
            messages.addAll(new SampleHistory(id, subject, catalogue, register)
                    .messages(plan.events(), (event, i) -> message(id.value(), event, i)));
        }
        for (var begin = 0; begin < messages.size(); begin += BATCH) {
            append(List.copyOf(messages.subList(begin, Math.min(messages.size(), begin + BATCH))), 1);
        }
    }

    private void append(List<DomainEventMessage<?>> messages, int attempt) {
        try {
            engine.appendEvents(messages);
        } catch (EventStoreException e) {
            if (attempt == ATTEMPTS_MAX) {
                throw e;
            }
            append(messages, attempt + 1);
        }
    }

    /** Each event as if a command of its own had caused it. */
    private static DomainEventMessage<?> message(String streamId, LedgerEvent event, int sequence) {
        var identity = new CommandIdentity(UUID.randomUUID(), command(event), digest(streamId, sequence));
        return new GenericDomainEventMessage<>("Subject", streamId, sequence, event, identity.toMetaData());
    }

    private static String command(LedgerEvent event) {
        return switch (event) {
            case ConsentGiven e -> "give-consent";
            case ConsentRevoked e -> "revoke-consent";
            default -> "record-transfer";
        };
    }

    /** Looks like a digest; nobody sends these requests again. */
    private static String digest(String streamId, int sequence) {
        var bytes = new byte[DIGEST_BYTES];
        new SplittableRandom(31L * streamId.hashCode() + sequence).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
