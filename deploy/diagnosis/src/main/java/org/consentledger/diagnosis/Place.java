package org.consentledger.diagnosis;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.VerificationKey;

/**
 * Where an installation is, and what is given to examine it with.
 *
 * @param command where callers reach consent-command
 * @param query where callers reach consent-query
 * @param commandManagement where operators reach consent-command
 * @param queryManagement where operators reach consent-query
 * @param operator a token with the scope operate
 * @param auditor a token with the scope audit:read
 * @param keys the log's public keys
 * @param kept a checkpoint of the log from earlier
 */
record Place(
        URI command,
        URI query,
        URI commandManagement,
        URI queryManagement,
        Optional<Token> operator,
        Optional<Token> auditor,
        List<VerificationKey> keys,
        Optional<Checkpoint> kept) {

    Place {
        keys = List.copyOf(keys);
    }
}
