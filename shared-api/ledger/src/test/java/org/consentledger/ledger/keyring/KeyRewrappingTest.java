package org.consentledger.ledger.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.EventStoreUnderTest;
import org.consentledger.setting.SettingException;
import org.consentledger.subject.Giver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyRewrappingTest {

    private static final int SUBJECTS = 7;
    private static final Instant AT = Instant.parse("2016-11-02T10:15:00Z");

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final EventStoreUnderTest store = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource(DatabaseRole.WRITER));

    @TempDir
    private Path folder;

    private String before;
    private String after;

    @BeforeEach
    void somePeople() throws IOException {
        before = LedgerDatabase.keyEncryptionKeyFile().toString();
        var key = new byte[32];
        Arrays.fill(key, (byte) 9);
        after = Files.write(folder.resolve("new.key"), key).toString();
        for (var i = 0; i < SUBJECTS; i++) {
            var subject = store.subjects().of("person-" + i);
            store.append(
                    subject, 0, new ConsentRevoked(subject.id(), "person-" + i, "p", null, Giver.theSubject(), AT));
        }
    }

    @Test
    void bringsAllKeysOverAndTouchesNoEvent() {
        var events = events();
        var secret = store.subjects().of("person-3").knownKey().secret();
        var both = KeyEncryptionKeys.load(after, List.of(before));
        var rewrapping = new KeyRewrapping(jdbc, both);
        assertThat(rewrapping.left()).isEqualTo(SUBJECTS);

        var first = rewrapping.due("", 5);
        first.forEach(rewrapping::rewrap);
        assertThat(rewrapping.left()).isEqualTo(2);
        KeyringCheck.require(jdbc, both);
        var second = rewrapping.due(first.getLast().subjectId(), 5);
        second.forEach(rewrapping::rewrap);
        assertThat(first).hasSize(5);
        assertThat(second).hasSize(2);
        assertThat(rewrapping.left()).isZero();

        var newAlone = KeyEncryptionKeys.load(after, List.of());
        assertThatCode(() -> KeyringCheck.require(jdbc, newAlone)).doesNotThrowAnyException();
        var subjects = new Subjects(new SubjectLookups(LedgerDatabase.subjectKey()), new SubjectTable(jdbc), newAlone);
        assertThat(subjects.of("person-3").isNew()).isFalse();
        assertThat(subjects.of("person-3").knownKey().secret()).isEqualTo(secret);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void leavesThoseErasedAlone() {
        var erased = store.subjects().of("person-0");
        store.append(erased, 1, new SubjectErased(erased.id(), AT));
        var rewrapping = new KeyRewrapping(jdbc, KeyEncryptionKeys.load(after, List.of(before)));

        assertThat(rewrapping.due("", 100)).hasSize(SUBJECTS - 1);
        store.subjects().forget(erased);
        assertThat(store.subjects().of("person-0").isErased()).isTrue();
    }

    @Test
    void aKeyThatIsStillNeededIsMissedAtTheStart() {
        assertThatThrownBy(() -> KeyringCheck.require(jdbc, KeyEncryptionKeys.load(after, List.of())))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS");
        assertThatCode(() -> KeyringCheck.require(jdbc, KeyEncryptionKeys.load(before, List.of())))
                .doesNotThrowAnyException();
    }

    /** Without their rows, people who are known would be strangers, whom nobody ever refused anything. */
    @Test
    void subjectsOlderThanTheEventsAreMissedAtTheStart() {
        var keks = KeyEncryptionKeys.load(before, List.of());
        var erased = store.subjects().of("person-1");
        store.append(erased, 1, new SubjectErased(erased.id(), AT));
        var owner = JdbcClient.create(database.dataSource());
        owner.sql("DELETE FROM keyring.subject WHERE erased_at IS NOT NULL").update();
        assertThatCode(() -> KeyringCheck.require(jdbc, keks)).doesNotThrowAnyException();

        owner.sql("DELETE FROM keyring.subject WHERE subject_id = ?")
                .param(store.subjects().of("person-2").id().value())
                .update();

        assertThatThrownBy(() -> KeyringCheck.require(jdbc, keks))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("keyring.subject does not know");
    }

    private List<String> events() {
        return jdbc.sql("SELECT e::text FROM ledger.event AS e ORDER BY position")
                .query(String.class)
                .list();
    }
}
