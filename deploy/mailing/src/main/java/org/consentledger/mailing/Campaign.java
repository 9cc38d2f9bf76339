package org.consentledger.mailing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Several letters to each addressee, one after the other, as long as they consent. Before each letter it asks what was heard last;
 * who was stopped once is not written to again, whatever they say later.
 *
 * <p>It spares people letters that are under way when they revoke. Whether data may go to a printer or a postal service at all
 * is a question for the ledger itself: {@code record-transfer} with the intent {@code AUTHORISE}.
 */
public final class Campaign {

    private final List<Addressee> addressees;
    private final int letters;
    private final Duration pause;
    private final Post post;

    /**
     * Prepares it; nothing is sent yet.
     *
     * @param pause between two letters
     */
    public Campaign(List<Addressee> addressees, int letters, Duration pause, Post post) {
        this.addressees = List.copyOf(addressees);
        this.letters = letters;
        this.pause = pause;
        this.post = post;
    }

    /**
     * Sends all letters to whoever still consents.
     *
     * @param client properties of Kafka's client
     * @param topic of the ledger's events
     * @param purpose that the addressees have to consent to
     * @throws IllegalStateException if the topic cannot be followed any more
     */
    public void run(Map<String, Object> client, String topic, String purpose) throws InterruptedException {
        var sayings = new Sayings();
        try (var follower = new ConsentFollower(client, topic, purpose, sayings)) {
            follower.awaitCaughtUp();
            var left = new ArrayList<>(addressees);
            for (var number = 1; number <= letters; number++) {
                for (var addressee : List.copyOf(left)) {
                    if (!follower.isFollowing()) {
                        throw new IllegalStateException("nobody hears of revocations any more");
                    }
                    if (sayings.mayBeWrittenTo(addressee.subjectId())) {
                        post.send(addressee, number);
                        Thread.sleep(pause);
                    } else {
                        left.remove(addressee);
                        post.stopped(addressee);
                    }
                }
            }
        }
    }
}
