package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.UnreadableEventException;
import org.consentledger.recipient.RecipientRetired;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event written by an older release still loads, by every way of reading; without its upcaster nothing is guessed. */
class UpcastingTest {

    /** As a revision 0 might have been: the field had another name. */
    private static final String REVISION_0 = """
            {"recipient":"r","retired":"2016-11-02T10:15:00Z"}""";

    @Test
    void anOlderRevisionIsBroughtUpToDateOnReading() {
        var database = LedgerDatabase.fresh();
        var store = new EventStoreUnderTest(database, new RetiredBecameRetiredAt());
        insertRevision0(database);

        assertThat(store.engine().readEvents("recipient-r", 0).next().getPayload())
                .isInstanceOf(RecipientRetired.class);
        assertThat(store.reader().read(EventFilter.everything(-1, 1)))
                .singleElement()
                .satisfies(recorded -> {
                    assertThat(recorded.event()).isInstanceOf(RecipientRetired.class);
                    assertThat(recorded.revision()).isEqualTo(1);
                });
    }

    @Test
    void withoutAnUpcasterTheReaderStops() {
        var database = LedgerDatabase.fresh();
        var store = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
        insertRevision0(database);

        assertThatThrownBy(() -> store.reader().read(EventFilter.everything(-1, 1)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("RecipientRetired");
    }

    private static void insertRevision0(LedgerDatabase database) {
        JdbcClient.create(database.dataSource())
                .sql("""
                        INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at,
                            event_type, revision, payload, metadata, command_id, event_index, request_sha256,
                            about_sha256, leaf_hash)
                        VALUES (0, 'e', 'recipient-r', 0, 'Recipient', now(), 'RecipientRetired', '0', ?, '{}', ?, 0, '',
                            '', '')
                        """)
                .param(REVISION_0)
                .param(UUID.randomUUID())
                .update();
    }

    private static final class RetiredBecameRetiredAt extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("RecipientRetired", "0"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("RecipientRetired", "1"), JsonNode.class, json -> {
                var object = (ObjectNode) json;
                object.set("retiredAt", object.remove("retired"));
                return object;
            });
        }
    }
}
