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
    private final String prefix;
    private final WorldClock clock = new WorldClock();
    private final boolean nothing;
    private final @Nullable Consumer<Answer> listener;
    private long lines;

    private CommandMix(String prefix, long seed, boolean nothing, @Nullable Consumer<Answer> listener) {
        this.prefix = prefix;
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
        return request(draw());
    }

    /**
     * The next command as a line of a stream, with a key of its own. In a stream it is enough that a subject's consent stands before:
     * the order of lines is kept.
     */
    public String nextLine() {
        var command = draw();
        command.recorded().run();
        lines++;
        return "{\"command\":\"" + command.name() + "\",\"idempotencyKey\":\"" + prefix + lines + "\",\"body\":"
                + command.body() + "}\n";
    }

    private record Command(String name, String body, Runnable recorded) {}

    private Command draw() {
        var dice = random.nextInt(PERCENT);
        if (dice < GIVE_PERCENT || subjects.isEmpty()) {
            return subjects.isEmpty() || random.nextBoolean() ? giveAnew(subjects.fresh()) : give(subjects.any());
        }
        if (dice < GIVE_PERCENT + REVOKE_PERCENT) {
            return new Command("revoke-consent", Bodies.revokeConsent(subjects.remove(), clock.next()), () -> {});
        }
        return new Command("record-transfer", Bodies.recordTransfer(subjects.any(), clock.next()), () -> {});
    }

    private Command giveAnew(String subject) {
        return new Command("give-consent", Bodies.giveConsent(subject, clock.next()), () -> subjects.add(subject));
    }

    private Command give(String subject) {
        return new Command("give-consent", Bodies.giveConsent(subject, clock.next()), () -> {});
    }

    private Request request(Command command) {
        return Request.post(
                nothing ? "/bench/nothing" : "/v1/commands/" + command.name(),
                command.body(),
                nothing ? OK : CREATED,
                listener != null,
                answer -> {
                    command.recorded().run();
                    if (listener != null) {
                        listener.accept(answer);
                    }
                });
    }
}
