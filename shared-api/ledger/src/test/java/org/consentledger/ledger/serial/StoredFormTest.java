package org.consentledger.ledger.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.consentledger.LedgerEvent;
import org.consentledger.subject.SubjectEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The stored form of every event, held to one approved file per revision. A file never changes once released: a change
 * of form is a new revision, a new file, and an upcaster from the old one.
 */
class StoredFormTest {

    private static final Path APPROVED = Path.of("src/test/resources/org/consentledger/ledger/approved");
    private static final Path RECEIVED = Path.of("target/received");
    private static final LedgerSerializer SERIALIZER = new LedgerSerializer(new StoredTypes(List.of()));

    static Stream<LedgerEvent> events() {
        return SampleEvents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsApproved(LedgerEvent event) throws IOException {
        var serialized = SERIALIZER.serialize(event, String.class);
        var approved = approved(event);
        Files.createDirectories(RECEIVED);
        Files.writeString(RECEIVED.resolve(approved.getFileName()), pretty(serialized.getData()));

        assertThat(pretty(serialized.getData()))
                .as("the stored form of %s; if this change is meant, it is a new revision", approved.getFileName())
                .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "(no approved file yet)");
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromTheApprovedForm(LedgerEvent event) throws IOException {
        var type = SERIALIZER.typeForClass(event.getClass());
        var stored = new SimpleSerializedObject<>(Files.readString(approved(event)), String.class, type);

        assertThat((LedgerEvent) SERIALIZER.deserialize(stored)).isEqualTo(event.withoutPersonalData());
    }

    /** Those of the revision in clear, as an upcaster presents them. */
    @ParameterizedTest
    @MethodSource("onceInClear")
    void whatWasWrittenInClearIsReadWithAllThatIsPersonal(SubjectEvent event) throws IOException {
        var type = SERIALIZER.typeForClass(event.getClass());
        var clear = Files.readString(APPROVED.resolve(type.getName() + "-1.json"));

        assertThat((LedgerEvent) SERIALIZER.deserialize(new SimpleSerializedObject<>(clear, String.class, type)))
                .isEqualTo(event);
    }

    static Stream<LedgerEvent> onceInClear() {
        return events().filter(event ->
                SERIALIZER.typeForClass(event.getClass()).getRevision().equals("2"));
    }

    @Test
    void everyEventHasASample() {
        var listed =
                StoredTypes.EVENTS.stream().map(type -> type.type().getName()).toList();

        assertThat(SampleEvents.all())
                .extracting(event -> event.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void aStoredEventWithAFieldTooManyOrTooFewDoesNotLoad() {
        var type = SERIALIZER.typeForClass(org.consentledger.recipient.RecipientRetired.class);
        for (var json : List.of("""
                {"recipient":"r","retiredAt":"2016-11-02T10:15:00Z","by":"me"}""", """
                {"recipient":"r"}""")) {
            assertThatThrownBy(() -> SERIALIZER.deserialize(new SimpleSerializedObject<>(json, String.class, type)))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void anUnknownTypeStopsTheReaderInsteadOfBeingSkipped() {
        var stored = new SimpleSerializedObject<>("{}", String.class, "ConsentGuessed", "1");

        assertThatThrownBy(() -> SERIALIZER.deserialize(stored))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ConsentGuessed");
    }

    @Test
    void aClassThatIsNotListedCannotBeStored() {
        assertThatThrownBy(() -> SERIALIZER.serialize(List.of("anything"), String.class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void whatCannotBeReadIsNotRepeated() {
        var type = SERIALIZER.typeForClass(org.consentledger.recipient.RecipientRetired.class);
        for (var json : List.of("""
                {"recipient":"PLANTED","retiredAt":"PLANTED"}""", """
                {"PLANTED":1}""", """
                {PLANTED""")) {
            assertThatThrownBy(() -> SERIALIZER.deserialize(new SimpleSerializedObject<>(json, String.class, type)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("RecipientRetired")
                    .hasNoCause()
                    .hasMessageNotContaining("PLANTED");
        }
        assertThatThrownBy(() -> SERIALIZER.getConverter().convert("{PLANTED", JsonNode.class))
                .hasNoCause()
                .hasMessageNotContaining("PLANTED");
    }

    @Test
    void whatCannotBeWrittenIsNotRepeated() {
        record Unwritable(String subject) {
            @Override
            @SuppressWarnings("UnusedMethod") // Jackson calls it
            public String subject() {
                if (subject.startsWith("PLANTED")) {
                    throw new IllegalStateException(subject);
                }
                return subject;
            }
        }
        var serializer =
                new LedgerSerializer(new StoredTypes(List.of(new StoredType("Unwritable", 1, Unwritable.class))));

        assertThatThrownBy(() -> serializer.serialize(new Unwritable("PLANTED"), String.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Unwritable")
                .hasNoCause()
                .hasMessageNotContaining("PLANTED");
    }

    private static Path approved(LedgerEvent event) {
        var type = SERIALIZER.typeForClass(event.getClass());
        return APPROVED.resolve(type.getName() + "-" + type.getRevision() + ".json");
    }

    private static String pretty(String json) {
        var mapper = LedgerJson.mapper();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(json)) + "\n";
    }
}
