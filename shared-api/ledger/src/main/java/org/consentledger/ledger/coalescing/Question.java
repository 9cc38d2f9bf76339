package org.consentledger.ledger.coalescing;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One caller's question, on its way to an answer. The caller alone waits; others change the state and wake it. */
final class Question<Q, A> {

    private enum State {
        WAITING,
        LEADS,
        ANSWERED,
        FAILED
    }

    private final Q asked;
    private final Thread asker = Thread.currentThread();
    private volatile State state = State.WAITING;
    private @Nullable A answer;
    private @Nullable Throwable failure;

    Question(Q asked) {
        this.asked = asked;
    }

    Q asked() {
        return asked;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean leads() {
        return state == State.LEADS;
    }

    void lead() {
        state = State.LEADS;
        LockSupport.unpark(asker);
    }

    void answered(A given) {
        answer = given;
        state = State.ANSWERED;
        LockSupport.unpark(asker);
    }

    void failed(Throwable cause) {
        failure = cause;
        state = State.FAILED;
        LockSupport.unpark(asker);
    }

    /** Whether anything came of it in time. An interrupt does not end the wait, which is bounded, but is kept. */
    boolean awaitChange(long nanosMax) {
        var deadline = System.nanoTime() + nanosMax;
        var wasInterrupted = false;
        while (isWaiting()) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(this, left);
            wasInterrupted |= Thread.interrupted();
        }
        if (wasInterrupted) {
            asker.interrupt();
        }
        return !isWaiting();
    }

    /**
     * The answer that came.
     *
     * @throws CoalescedFailureException if the round failed; its cause is what went wrong
     */
    A answer() {
        if (state == State.FAILED) {
            throw new CoalescedFailureException(failure);
        }
        return Objects.requireNonNull(answer);
    }
}
