package org.consentledger.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.log.note.VerificationKey;

/**
 * All that was heard of an installation: what findings are made of.
 *
 * @param operator the token for what operators may do, if one was given
 * @param auditor the token for the log, if one was given
 * @param projections how the projections stand
 * @param checkpoint the newest checkpoint
 * @param laterCheckpoint the newest some seconds later
 * @param consistency the proof that the log of the smaller one grew to that of the larger one
 * @param keys by which the log's signatures are checked; empty for not at all
 * @param kept the checkpoint that somebody kept, if one was given
 * @param at when it was examined
 */
record Examined(
        Service command,
        Service query,
        Optional<Token> operator,
        Optional<Token> auditor,
        Heard projections,
        Heard checkpoint,
        Heard laterCheckpoint,
        Heard consistency,
        List<VerificationKey> keys,
        Optional<Kept> kept,
        Instant at) {

    Examined {
        keys = List.copyOf(keys);
    }

    List<Service> services() {
        return List.of(command, query);
    }

    boolean isAnythingReached() {
        return services().stream().anyMatch(Service::isReached);
    }
}
