package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Failure;
import org.consentledger.query.webhook.sending.Secret;
import org.junit.jupiter.api.Test;

/** However many letters wait, and however the receiver hangs, what is new gets its turn. */
class LetterTurnsTest {

    private static final Backoff LONG = new Backoff(Duration.ofHours(1), Duration.ofHours(1), new Random(1));

    /** Plays what became of a round. */
    private static final class Played extends Redeliveries {

        private Round round = new Round(true, null);
        private int rounds;

        Played() {
            super(null, null, null, null, null);
        }

        @Override
        Round next(Webhook webhook, List<Secret> secrets, BooleanSupplier mayGoOn) {
            rounds++;
            return round;
        }
    }

    private static final WrappedKey SECRET = new WrappedKey("kek", new byte[1]);

    private final Played redeliveries = new Played();
    private final LetterTurns turns = new LetterTurns(redeliveries, LONG);

    private Attempt.Failed take(int revision) throws InterruptedException {
        return turns.take(PlantedWebhook.of(revision, SECRET, null), List.of(), () -> true);
    }

    @Test
    void whatIsLeftWaitsWhileTheReceiverIsAwayUntilSomebodyAsks() throws InterruptedException {
        redeliveries.round = new Redeliveries.Round(true, new Attempt.Postponed(Failure.TIMED_OUT, null, null));

        assertThat(take(0)).isInstanceOf(Attempt.Postponed.class);
        assertThat(turns.isDue()).isFalse();
        assertThat(take(0)).isNull();
        assertThat(redeliveries.rounds).isEqualTo(1);
        assertThat(take(1)).isInstanceOf(Attempt.Postponed.class);
        assertThat(redeliveries.rounds).isEqualTo(2);
    }

    @Test
    void aLongRoundIsGoneOnWithAndAFinishedOneIsNot() throws InterruptedException {
        assertThat(take(0)).isNull();
        assertThat(turns.isDue()).isTrue();
        redeliveries.round = new Redeliveries.Round(false, null);
        assertThat(take(0)).isNull();
        assertThat(redeliveries.rounds).isEqualTo(2);

        assertThat(turns.isDue()).isFalse();
        assertThat(take(0)).isNull();
        assertThat(redeliveries.rounds).isEqualTo(2);
    }
}
