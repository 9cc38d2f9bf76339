package org.consentledger.ledger.coalescing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Answers the questions that wait together in one round, such as one statement to the database. While a round is under
 * way the next questions gather: nobody waits for company, and the busier it gets, the less each costs. There is no
 * thread behind it: the first who asks answers for all, and hands over to the next in line.
 *
 * <p>A round begins after its questions were asked, so an answer is never older than its question.
 *
 * @param <Q> question
 * @param <A> answer
 */
public final class Coalescer<Q, A> {

    /** Questions in one round trip. More would not be cheaper each, and would keep others waiting longer. */
    private static final int ROUND_MAX = 256;

    /** Questions waiting on this node: some seconds' worth of work. */
    private static final int WAITING_MAX = 4_096;

    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final Function<List<Q>, List<A>> round;
    private final int roundMax;
    private final int waitingMax;
    private final long waitMaxNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Question<Q, A>> waiting = new ArrayDeque<>();
    private boolean isUnderWay;

    /**
     * With the limits for questions to the database that each cost it something: 256 in a round, 4,096 waiting, 10 s.
     *
     * @param round as for the other constructor
     */
    public Coalescer(Function<List<Q>, List<A>> round) {
        this(round, ROUND_MAX, WAITING_MAX, WAIT_MAX);
    }

    /**
     * With these limits.
     *
     * @param round answers questions, one answer for each, in their order; what it throws is thrown to all who asked
     * @param roundMax how many questions at the most in one round
     * @param waitingMax how many may wait for a round; more are turned away at once
     * @param waitMax how long anybody waits for an answer; a round under way is not interrupted
     */
    public Coalescer(Function<List<Q>, List<A>> round, int roundMax, int waitingMax, Duration waitMax) {
        this.round = round;
        this.roundMax = roundMax;
        this.waitingMax = waitingMax;
        this.waitMaxNanos = waitMax.toNanos();
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws OverloadedException if too many wait already, or the answer does not come in time; in the latter case it is
     *     not known whether the question still is in a round
     */
    public A ask(Q asked) {
        var question = new Question<Q, A>(asked);
        if (joinOrLead(question) || awaitTurn(question)) {
            lead();
        }
        return question.answer();
    }

    /** How many wait for the next round, or lead it. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the caller is to lead. */
    private boolean joinOrLead(Question<Q, A> question) {
        lock.lock();
        try {
            if (waiting.size() >= waitingMax) {
                throw new OverloadedException("too many wait already");
            }
            waiting.add(question);
            var isFirst = !isUnderWay;
            isUnderWay = true;
            return isFirst;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it became the caller's turn to lead, rather than that the answer came. */
    private boolean awaitTurn(Question<Q, A> question) {
        if (!question.awaitChange(waitMaxNanos)) {
            lock.lock();
            try {
                // the last moment at which its turn may have come: from here on nobody finds it
                waiting.remove(question);
                if (question.isWaiting()) {
                    throw new OverloadedException("no answer in time");
                }
            } finally {
                lock.unlock();
            }
        }
        return question.leads();
    }

    /** One round. Who leads is first in line, so it holds the leader's own question. */
    private void lead() {
        var questions = next();
        try {
            answer(questions);
        } finally {
            handOver();
        }
    }

    private List<Question<Q, A>> next() {
        lock.lock();
        try {
            var questions = new ArrayList<Question<Q, A>>();
            while (questions.size() < roundMax && !waiting.isEmpty()) {
                questions.add(waiting.remove());
            }
            return questions;
        } finally {
            lock.unlock();
        }
    }

    /** Whatever goes wrong, those who asked hear of it. */
    private void answer(List<Question<Q, A>> questions) {
        try {
            var answers = round.apply(questions.stream().map(Question::asked).toList());
            for (var i = 0; i < questions.size(); i++) {
                questions.get(i).answered(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            questions.forEach(question -> question.failed(e));
        }
    }

    private void handOver() {
        lock.lock();
        try {
            var next = waiting.peek();
            if (next == null) {
                isUnderWay = false;
            } else {
                next.lead();
            }
        } finally {
            lock.unlock();
        }
    }
}
