package org.consentledger.ledger.coalescing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.ledger.AtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoalescerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ConcurrentLinkedQueue<List<Integer>> rounds = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstRoundMayEnd = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endCallers() {
        firstRoundMayEnd.countDown();
        callers.close();
    }

    /** Doubles numbers; the first round waits until the test lets it end. */
    private List<Integer> doubled(List<Integer> numbers) {
        rounds.add(numbers);
        if (rounds.size() == 1) {
            try {
                firstRoundMayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return numbers.stream().map(number -> 2 * number).toList();
    }

    @Test
    void whoAsksAloneIsAnsweredAtOnce() {
        firstRoundMayEnd.countDown();
        var coalescer = new Coalescer<>(this::doubled, 10, 10, LONG);

        assertThat(coalescer.ask(21)).isEqualTo(42);
        assertThat(coalescer.ask(1)).isEqualTo(2);
        assertThat(rounds).containsExactly(List.of(21), List.of(1));
    }

    @Test
    void whatIsAskedDuringARoundIsAnsweredTogetherInTheNext() throws Exception {
        var coalescer = new Coalescer<>(this::doubled, 10, 10, LONG);
        var first = callers.submit(() -> coalescer.ask(1));
        await().until(() -> rounds.size() == 1);
        var others = askWhileTheFirstRoundLasts(coalescer, 2, 3, 4);

        firstRoundMayEnd.countDown();

        assertThat(first.get()).isEqualTo(2);
        for (var i = 0; i < 3; i++) {
            assertThat(others.get(i).get()).isEqualTo(2 * (i + 2));
        }
        assertThat(rounds).hasSize(2);
    }

    @Test
    void aRoundHasALimitAndNobodyIsForgotten() throws Exception {
        var coalescer = new Coalescer<>(this::doubled, 2, 10, LONG);
        var first = callers.submit(() -> coalescer.ask(1));
        await().until(() -> rounds.size() == 1);
        var others = askWhileTheFirstRoundLasts(coalescer, 2, 3, 4, 5, 6);

        firstRoundMayEnd.countDown();

        assertThat(first.get()).isEqualTo(2);
        for (var other : others) {
            assertThat(other.get()).isEven();
        }
        assertThat(rounds).extracting(List::size).containsExactly(1, 2, 2, 1);
    }

    @Test
    void whoFindsTooManyWaitingIsTurnedAwayAtOnce() throws Exception {
        var coalescer = new Coalescer<>(this::doubled, 10, 2, LONG);
        var first = callers.submit(() -> coalescer.ask(1));
        await().until(() -> rounds.size() == 1);
        var others = askWhileTheFirstRoundLasts(coalescer, 2, 3);

        assertThatThrownBy(() -> coalescer.ask(4)).isInstanceOf(OverloadedException.class);
        firstRoundMayEnd.countDown();
        assertThat(first.get()).isEqualTo(2);
        assertThat(others.getLast().get()).isEqualTo(6);
    }

    @Test
    void whoWaitsTooLongIsTurnedAwayAndNotAskedFor() throws Exception {
        var coalescer = new Coalescer<>(this::doubled, 10, 10, Duration.ofMillis(20));
        var first = callers.submit(() -> coalescer.ask(1));
        await().until(() -> rounds.size() == 1);

        assertThatThrownBy(() -> coalescer.ask(2)).isInstanceOf(OverloadedException.class);
        firstRoundMayEnd.countDown();
        assertThat(first.get()).isEqualTo(2);
        assertThat(coalescer.ask(3)).isEqualTo(6);
        assertThat(rounds).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void aRoundThatFailsFailsForAllWhoAskedAndTheNextIsNotAffected() {
        var calls = new AtomicInteger();
        var coalescer = new Coalescer<Integer, Integer>(
                numbers -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return numbers;
                },
                10,
                10,
                LONG);

        assertThatThrownBy(() -> coalescer.ask(1))
                .isInstanceOf(CoalescedFailureException.class)
                .hasRootCauseMessage("away");
        assertThat(coalescer.ask(2)).isEqualTo(2);
    }

    @Test
    void everybodyGetsTheAnswerToTheirOwnQuestion() throws Exception {
        var coalescer = new Coalescer<Integer, Integer>(
                numbers -> numbers.stream().map(number -> 2 * number).toList(), 7, 1_000, LONG);

        var answers = AtOnce.call(32, caller -> {
            var mine = new ArrayList<Integer>();
            for (var i = 0; i < 500; i++) {
                mine.add(coalescer.ask(caller * 1_000 + i) - 2 * (caller * 1_000 + i));
            }
            return mine;
        });

        assertThat(answers).allSatisfy(mine -> assertThat(mine).hasSize(500).containsOnly(0));
    }

    private List<Future<Integer>> askWhileTheFirstRoundLasts(
            Coalescer<Integer, Integer> coalescer, Integer... questions) {
        var asked = new ArrayList<Future<Integer>>();
        for (var question : questions) {
            asked.add(callers.submit(() -> coalescer.ask(question)));
            await().until(() -> coalescer.waiting() == asked.size());
        }
        return asked;
    }
}
