package org.consentledger.bench.workload;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.consentledger.bench.load.Request;
import org.consentledger.bench.load.Request.Answer;
import org.consentledger.bench.load.RequestSource;
import org.jspecify.annotations.Nullable;

/**
 * 60 % give-consent, half of it by subjects never seen before; 10 % revoke-consent; 30 % record-transfer, each of a
 * subject whose consent was acknowledged, so that every single command is recorded and answered alike by every contender.
 * The same seed gives the same commands in the same order, but for the times in them.
 */
public final class CommandMix implements RequestSource {

    private static final int GIVE_PERCENT = 60;
    private static final int REVOKE_PERCENT = 10;
    private static final int PERCENT = 100;
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final SplittableRandom random;
    private final Subjects subjects;
    private final WorldClock clock = new WorldClock();
    private final boolean nothing;
    private final @Nullable Consumer<Answer> listener;

    private CommandMix(String prefix, long seed, boolean nothing, @Nullable Consumer<Answer> listener) {
        this.random = new SplittableRandom(seed);
        this.subjects = new Subjects(prefix, random);
        this.nothing = nothing;
        this.listener = listener;
    }

    /**
     * Commands for the ledger or the baseline.
     *
     * @param prefix of the subjects; another one for each mix that goes to the same ledger
     */
    public static CommandMix of(String prefix, long seed) {
        return new CommandMix(prefix, seed, false, null);
    }

    /** The same requests to the endpoint that does nothing. */
    public static CommandMix toNothing(String prefix, long seed) {
        return new CommandMix(prefix, seed, true, null);
    }

    /**
     * Commands whose answers are looked at.
     *
     * @param listener is given every answer with its body
     */
    public static CommandMix watched(String prefix, long seed, Consumer<Answer> listener) {
        return new CommandMix(prefix, seed, false, listener);
    }

    @Override
    public Request next() {
        var dice = random.nextInt(PERCENT);
        if (dice < GIVE_PERCENT || subjects.isEmpty()) {
            return subjects.isEmpty() || random.nextBoolean() ? giveAnew(subjects.fresh()) : give(subjects.any());
        }
        if (dice < GIVE_PERCENT + REVOKE_PERCENT) {
            return request("revoke-consent", Bodies.revokeConsent(subjects.remove(), clock.next()), () -> {});
        }
        return request("record-transfer", Bodies.recordTransfer(subjects.any(), clock.next()), () -> {});
    }

    private Request giveAnew(String subject) {
        return request("give-consent", Bodies.giveConsent(subject, clock.next()), () -> subjects.add(subject));
    }

    private Request give(String subject) {
        return request("give-consent", Bodies.giveConsent(subject, clock.next()), () -> {});
    }

    private Request request(String command, String body, Runnable recorded) {
        return Request.post(
                nothing ? "/bench/nothing" : "/v1/commands/" + command,
                body,
                nothing ? OK : CREATED,
                listener != null,
                answer -> {
                    recorded.run();
                    if (listener != null) {
                        listener.accept(answer);
                    }
                });
    }
}
