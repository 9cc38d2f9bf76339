package org.consentledger.ledger.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.ledger.serial.EventsInClear;
import org.consentledger.ledger.store.EventStoreUnderTest;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectEvent;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger of a release that wrote everything in clear goes on as it is. */
class EventsInClearTest {

    private static final Instant AT = Instant.parse("2016-11-02T10:15:00Z");

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.dataSource());
    private EventStoreUnderTest store;

    @BeforeEach
    void aLedgerOfAnEarlierRelease() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("ledger")
                .locations("classpath:org/consentledger/ledger/migration")
                .target("6")
                .load()
                .migrate();
        var id = "s-"
                + new SubjectLookups(LedgerDatabase.subjectKey())
                        .of("anna")
                        .toString()
                        .replace("-", "");
        owner.sql("""
                        SELECT ledger.append(ARRAY[gen_random_uuid()], ARRAY['digest'], ARRAY[:id], ARRAY['Subject'],
                            ARRAY[0::bigint], ARRAY[NULL::bigint], ARRAY[NULL::text], ARRAY[1], ARRAY[0], ARRAY['event-1'],
                            ARRAY['ConsentRevoked'], ARRAY['1'], ARRAY[:payload], ARRAY['{}'], ARRAY[decode('00', 'hex')],
                            ARRAY[NULL::text], ARRAY[NULL::text], ARRAY[NULL::timestamptz])::text
                        """)
                .param("id", id)
                .param("payload", """
                        {"subjectId":"%s","subject":"anna","purpose":"letters","channel":"EMAIL",
                         "giver":{"kind":"SUBJECT","reference":null,"authority":null},"revokedAt":"2016-11-02T10:15:00Z"}
                        """.formatted(id))
                .query(String.class)
                .single();
        store = new EventStoreUnderTest(database, new EventsInClear());
    }

    @Test
    void whatWasInClearIsReadAndLeftOutOnceTheSubjectIsErased() {
        assertThat(subjects()).containsExactly("anna");

        var anna = store.subjects().of("anna");
        assertThat(anna.isNew()).isFalse();
        store.append(anna, 1, new ConsentRevoked(anna.id(), "anna", "letters", null, Giver.theSubject(), AT));
        assertThat(subjects()).containsExactly("anna", "anna");
        assertThat(payloads().getLast()).doesNotContain("anna");

        store.append(store.subjects().of("anna"), 2, new SubjectErased(anna.id(), AT));
        assertThat(subjects()).containsExactly(null, null, null);
    }

    private List<String> subjects() {
        var unsealing = new Unsealing(SubjectsUnderTest.directory(database.dataSource()));
        return unsealing.of(store.reader().read(EventFilter.everything(-1, 100))).stream()
                .map(RecordedEvent::event)
                .map(event -> ((SubjectEvent) event).personalData().subject())
                .toList();
    }

    private List<String> payloads() {
        return owner.sql("SELECT payload FROM ledger.event ORDER BY position")
                .query(String.class)
                .list();
    }
}
