package org.consentledger.ledger.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.ledger.store.EventStoreUnderTest;
import org.consentledger.ledger.store.SubjectMovedException;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.subject.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SubjectsTest {

    private static final Instant AT = Instant.parse("2016-11-02T10:15:00Z");
    private static final Instant LATER = AT.plusSeconds(60);

    private LedgerDatabase database;
    private EventStoreUnderTest one;
    private EventStoreUnderTest other;

    @BeforeEach
    void twoNodesOnOneDatabase() {
        database = LedgerDatabase.fresh();
        one = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
        other = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
    }

    @Test
    void whoIsNewIsKnownToEveryNodeOnceSomethingIsRecorded() {
        var anna = one.subjects().of("anna");
        assertThat(anna.isNew()).isTrue();
        assertThat(other.subjects().of("anna").id()).isNotEqualTo(anna.id());

        one.append(anna, 0, revoked(anna));

        assertThat(other.subjects().of("anna").id()).isEqualTo(anna.id());
        assertThat(other.subjects().of("anna").isNew()).isFalse();
        assertThat(other.subjects().of("berta").id()).isNotEqualTo(anna.id());
    }

    @Test
    void ofTwoNodesThatMeetSomebodyNewAtOnceTheSecondIsTurnedAway() {
        var here = one.subjects().of("anna");
        var there = other.subjects().of("anna");
        one.append(here, 0, revoked(here));

        assertThatThrownBy(() -> other.append(there, 0, revoked(there))).isInstanceOf(SubjectMovedException.class);

        var again = other.subjects().of("anna");
        other.append(again, 1, revoked(again));
        assertThat(personalSubjects()).containsExactly("anna", "anna");
    }

    @Test
    void erasureDestroysTheKeyInItsCommit() {
        var anna = one.subjects().of("anna");
        one.append(anna, 0, revoked(anna));
        assertThat(personalSubjects()).containsExactly("anna");

        one.append(one.subjects().of("anna"), 1, new SubjectErased(anna.id(), LATER));

        assertThat(personalSubjects()).containsExactly((String) null);
        var erased = other.subjects().of("anna");
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.id()).isEqualTo(anna.id());
        assertThat(erased.erasedAt()).isEqualTo(LATER);
        assertThat(JdbcClient.create(database.dataSource())
                        .sql("SELECT count(*) FROM keyring.subject WHERE wrapped_key IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofSomebodyErasedNothingPersonalIsStoredAnyMore() {
        var erased = erased("anna");

        one.append(erased, 2, revoked(erased));

        assertThat(one.reader().read(EventFilter.everything(-1, 10)).getLast().sealed())
                .isNull();
        assertThat(personalSubjects()).containsOnlyNulls();
    }

    @Test
    void whoConsentsAfterTheErasureIsSomebodyElse() {
        var erased = erased("anna");
        assertThat(one.subjects().consenting("anna", LATER).id()).isEqualTo(erased.id());

        var anew = one.subjects().consenting("anna", LATER.plusSeconds(1));
        one.append(anew, 0, revoked(anew));

        assertThat(anew.id()).isNotEqualTo(erased.id());
        assertThat(other.subjects().of("anna").id()).isEqualTo(anew.id());
        assertThat(other.subjects().recorded(erased.id()).isErased()).isTrue();
        assertThat(personalSubjects()).containsExactly(null, "anna");
    }

    @Test
    void somebodyErasedBeginsAnewOnlyOnce() {
        erased("anna");
        var here = one.subjects().consenting("anna", LATER.plusSeconds(1));
        var there = other.subjects().consenting("anna", LATER.plusSeconds(1));
        one.append(here, 0, revoked(here));

        assertThatThrownBy(() -> other.append(there, 0, revoked(there))).isInstanceOf(SubjectMovedException.class);
    }

    @Test
    void whoWasErasedElsewhereCannotBeAddedToUnderTheOldKey() {
        var anna = one.subjects().of("anna");
        one.append(anna, 0, revoked(anna));
        var remembered = other.subjects().of("anna");
        one.append(one.subjects().of("anna"), 1, new SubjectErased(anna.id(), LATER));

        assertThatThrownBy(() -> other.append(remembered, 1, revoked(remembered)))
                .isInstanceOf(ConcurrencyException.class);
        other.subjects().forget(remembered);
        assertThat(other.subjects().of("anna").isErased()).isTrue();
    }

    @Test
    void aSubjectRecordedInClearGetsAKeyWithTheNextEvent() {
        var anna = one.subjects().of("anna");
        one.append(anna, 0, revoked(anna));
        JdbcClient.create(database.dataSource())
                .sql("UPDATE keyring.subject SET kek = NULL, wrapped_key = NULL")
                .update();

        var known = other.subjects().of("anna");
        assertThat(known.isNew()).isFalse();
        assertThat(known.id()).isEqualTo(anna.id());
        other.append(known, 1, revoked(known));

        assertThat(other.subjects().of("anna").claim()).isNull();
    }

    private Subject erased(String reference) {
        var subject = one.subjects().of(reference);
        one.append(subject, 0, revoked(subject));
        one.append(one.subjects().of(reference), 1, new SubjectErased(subject.id(), LATER));
        one.subjects().forget(subject);
        return one.subjects().of(reference);
    }

    private List<String> personalSubjects() {
        var unsealing = new Unsealing(SubjectsUnderTest.directory(database.dataSource()));
        return unsealing.of(one.reader().read(EventFilter.everything(-1, 100))).stream()
                .map(RecordedEvent::event)
                .filter(event -> !(event instanceof SubjectErased))
                .map(event -> ((SubjectEvent) event).personalData().subject())
                .toList();
    }

    private static ConsentRevoked revoked(Subject subject) {
        return revoked(subject.id());
    }

    private static ConsentRevoked revoked(SubjectId id) {
        return new ConsentRevoked(id, "anna", "newsletter", null, Giver.theSubject(), AT);
    }
}
