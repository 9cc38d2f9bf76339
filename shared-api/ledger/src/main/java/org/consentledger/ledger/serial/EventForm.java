package org.consentledger.ledger.serial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * How an event is written down: as its JSON, in which everything personal is null, and that apart, encrypted, in a last member,
 * {@value #SEALED}. Where there is no key, it is left out.
 */
public final class EventForm {

    static final String SEALED = "sealed";

    private static final int BLOCK_BYTES = 64;

    private static final ObjectReader PERSONAL = LedgerJson.mapper()
            .readerFor(PersonalData.class)
            .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    private static final ObjectWriter WRITER = LedgerJson.mapper().writer();

    private final String open;
    private final byte[] personal;

    private EventForm(String open, byte[] personal) {
        this.open = open;
        this.personal = personal;
    }

    /** What of a subject's event stands open beside the encrypted part. */
    @JsonIgnoreProperties(SEALED)
    interface Open {}

    /** Only what there is, to be short. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    interface Sparse {}

    public static EventForm of(LedgerEvent event) {
        var open = WRITER.writeValueAsString(event.withoutPersonalData());
        return event instanceof SubjectEvent about && !about.personalData().equals(PersonalData.NONE)
                ? new EventForm(open, WRITER.writeValueAsBytes(about.personalData()))
                : new EventForm(open, new byte[0]);
    }

    /** Whether there is anything to encrypt. */
    boolean isPersonal() {
        return personal.length > 0;
    }

    /**
     * As it is stored.
     *
     * @param key of its subject; null if the subject is erased, and for events that are not about one
     */
    public String stored(String eventId, @Nullable SubjectKey key) {
        return key == null || !isPersonal()
                ? open
                : open.substring(0, open.length() - 1) + ",\"" + SEALED + "\":\"" + key.seal(padded(personal), eventId)
                        + "\"}";
    }

    /** With blanks, which mean nothing in JSON: the length of what was encrypted would tell something of it. */
    private static byte[] padded(byte[] json) {
        var padded = Arrays.copyOf(json, (json.length + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /** All that the event says. */
    byte[] whole() {
        var bytes = open.getBytes(UTF_8);
        var whole = Arrays.copyOf(bytes, bytes.length + personal.length);
        System.arraycopy(personal, 0, whole, bytes.length, personal.length);
        return whole;
    }

    /** The encrypted part of a stored form; null if it has none. */
    public static @Nullable String sealed(byte[] stored) {
        try (var json = LedgerJson.mapper().createParser(stored)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var isIt = json.currentName().equals(SEALED);
                json.nextToken();
                if (isIt) {
                    return json.getString();
                }
                json.skipChildren();
            }
            return null;
        }
    }

    /**
     * The whole event.
     *
     * @param open the event as it was read
     * @param sealed its encrypted part; null if it has none
     */
    public static SubjectEvent unsealed(SubjectEvent open, @Nullable String sealed, String eventId, SubjectKey key) {
        return sealed == null ? open : open.with(PERSONAL.readValue(key.open(sealed, eventId)));
    }
}
