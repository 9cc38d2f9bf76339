package org.consentledger.bench.seed;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.store.CommandIdentity;
import org.consentledger.register.LegalRegister;

/** Appends sample histories, many at once: they share commits. */
final class Seeding {

    private static final int THREADS = 64;

    /** Events that one command records; a longer history is recorded by several. */
    private static final int EVENTS_PER_COMMAND = 200;

    private static final int DIGEST_BYTES = 32;

    private final EventStorageEngine engine;
    private final Subjects subjects;
    private final Catalogue catalogue;
    private final LegalRegister register;

    Seeding(EventStorageEngine engine, Subjects subjects, Catalogue catalogue, LegalRegister register) {
        this.engine = engine;
        this.subjects = subjects;
        this.catalogue = catalogue;
        this.register = register;
    }

    void run(SeedPlan plan) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var tasks = new ArrayList<Future<?>>();
            for (var number = plan.first(); number < plan.first() + plan.subjects(); number++) {
                var subject = plan.prefix() + number;
                tasks.add(threads.submit(() -> append(subject, plan.events())));
            }
            for (var task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("seeding failed", e.getCause());
        }
    }

    private void append(String subject, int events) {
        var about = subjects.of(subject);
        var id = about.id();
        var messages = new SampleHistory(id, subject, catalogue, register)
                .messages(events, (event, i) -> message(id.value(), event, i));
        for (var begin = 0; begin < messages.size(); begin += EVENTS_PER_COMMAND) {
            var together = messages.subList(begin, Math.min(messages.size(), begin + EVENTS_PER_COMMAND));
            var command = new GenericCommandMessage<Object>("seed", about.toMetaData());
            DefaultUnitOfWork.startAndGet(command).execute(() -> engine.appendEvents(together));
            about = subjects.recorded(id);
        }
    }

    /** The command that the store goes by is that of the first event appended together with it. */
    private static DomainEventMessage<?> message(String streamId, LedgerEvent event, int sequence) {
        var identity = new CommandIdentity(UUID.randomUUID(), command(event), "bench", digest(streamId, sequence));
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
