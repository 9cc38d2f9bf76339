package org.consentledger.command.subject;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.ledger.serial.StoredType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubjectConfiguration {

    /** Events between two snapshots of a stream; so many at the most are read after a snapshot. */
    private static final int EVENTS_PER_SNAPSHOT = 50;

    @Bean
    SnapshotTriggerDefinition subjectSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    @Bean
    StoredType subjectSnapshot() {
        return new StoredType("SubjectSnapshot", 2, SubjectStream.class);
    }

    @Bean
    SubjectHistory subjectHistory(EventStore events) {
        return new SubjectHistory(events);
    }
}
