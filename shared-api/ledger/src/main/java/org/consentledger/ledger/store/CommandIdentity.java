package org.consentledger.ledger.store;

import java.util.UUID;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;

/**
 * Which command recorded an event. Travels as metadata from the command to its events and is stored beside them, so
 * that it becomes durable in the same commit.
 *
 * @param commandId the same for every attempt at the same command
 * @param command the command's name, such as give-consent
 * @param clientId who sent it, such as an OAuth client
 * @param requestSha256 digest of what was asked, in hexadecimal: tells a retry from another command under the same id
 */
public record CommandIdentity(UUID commandId, String command, String clientId, String requestSha256) {

    private static final String COMMAND_ID = "commandId";
    private static final String COMMAND = "command";
    private static final String CLIENT_ID = "clientId";
    private static final String REQUEST_SHA256 = "requestSha256";

    /** Hands the identity on from a command to the events it causes. */
    public static CorrelationDataProvider correlation() {
        return new SimpleCorrelationDataProvider(COMMAND_ID, COMMAND, CLIENT_ID, REQUEST_SHA256);
    }

    public MetaData toMetaData() {
        return MetaData.with(COMMAND_ID, commandId.toString())
                .and(COMMAND, command)
                .and(CLIENT_ID, clientId)
                .and(REQUEST_SHA256, requestSha256);
    }

    /** @throws IllegalArgumentException if the message was not caused by an identified command */
    static CommandIdentity of(Message<?> message) {
        return new CommandIdentity(
                UUID.fromString(required(message, COMMAND_ID)),
                required(message, COMMAND),
                required(message, CLIENT_ID),
                required(message, REQUEST_SHA256));
    }

    private static String required(Message<?> message, String key) {
        if (message.getMetaData().get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("an event without " + key + " cannot be recorded");
    }
}
