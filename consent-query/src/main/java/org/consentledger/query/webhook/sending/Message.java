package org.consentledger.query.webhook.sending;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is sent.
 *
 * @param id the same whenever the same event is sent
 * @param mediaType of the body
 * @param secrets that sign it, each for itself: more than one while a receiver changes its secret
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Message(String id, String mediaType, byte[] body, List<Secret> secrets) {

    public Message {
        secrets = List.copyOf(secrets);
    }

    /** The signatures, with spaces between. */
    String signatures(long epochSecond) {
        return secrets.stream()
                .map(secret -> secret.signature(id, epochSecond, body))
                .collect(Collectors.joining(" "));
    }
}
