package org.consentledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LinesAtWorkTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private Answered doing(String what) {
        done.add(what);
        return answer(200);
    }

    private static Answered answer(int status) {
        return new Answered(status, false, -1, new byte[0]);
    }

    private static Answered awaiting(CountDownLatch latch, Answered answer) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    @Test
    void linesOfOneSubjectWaitForEachOtherAndOthersDoNot() throws Exception {
        var lines = new LinesAtWork(10, 10);
        var held = new CountDownLatch(1);
        lines.about("planted-a", () -> awaiting(held, doing("a1")));
        lines.about("planted-a", () -> doing("a2"));
        lines.about("planted-b", () -> doing("b1"));

        await().until(() -> done.contains("b1"));
        assertThat(done).doesNotContain("a2");
        held.countDown();
        await().until(() -> done.contains("a2"));
    }

    @Test
    void aLineAboutNobodyStandsBetweenThoseBeforeAndThoseAfter() throws Exception {
        var lines = new LinesAtWork(10, 100);
        for (var i = 0; i < 20; i++) {
            var subject = "planted-" + i;
            lines.about(subject, () -> doing("before"));
        }
        lines.alone(() -> doing("alone"));
        lines.about("planted-z", () -> doing("after"));
        await().until(() -> done.size() == 22);

        assertThat(done.subList(0, 20)).containsOnly("before");
        assertThat(done.subList(20, 22)).containsExactly("alone", "after");
    }

    @Test
    void answersComeInTheOrderOfTheLines() throws Exception {
        var lines = new LinesAtWork(10, 10);
        var held = new CountDownLatch(1);
        lines.about("planted-a", () -> awaiting(held, answer(201)));
        lines.about("planted-b", () -> answer(202));
        lines.answered(answer(400));
        lines.end();
        held.countDown();

        assertThat(lines.take().orElseThrow().join().status()).isEqualTo(201);
        assertThat(lines.take().orElseThrow().join().status()).isEqualTo(202);
        assertThat(lines.take().orElseThrow().join().status()).isEqualTo(400);
        assertThat(lines.take()).isEmpty();
    }

    /** Whoever takes no answers can send no more lines: memory stays bounded. */
    @Test
    void noMoreLinesAreTakenThanAnswersAre() throws Exception {
        var lines = new LinesAtWork(10, 4);
        var put = new AtomicInteger();
        var putting = Thread.ofVirtual().start(() -> {
            try {
                for (var i = 0; i < 20; i++) {
                    lines.about("planted-" + i, () -> doing("one"));
                    put.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> putting.getState() == Thread.State.WAITING);

        assertThat(put).hasValue(4);
        for (var taken = 0; taken < 20; taken++) {
            lines.take();
        }
        putting.join();
        assertThat(put).hasValue(20);
    }
}
