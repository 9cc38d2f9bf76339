package org.consentledger.command.bulk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Works on many lines at a time and hands out their answers in the order of the lines. Lines about one subject are worked on one
 * after the other; one about no subject when all before it are done, and before all that follow. One thread puts lines in, another takes answers
 * out; when answers are not taken, no more lines are.
 */
final class LinesAtWork {

    private final int placesMax;
    private final Semaphore places;
    private final BlockingQueue<Optional<CompletableFuture<Answered>>> unanswered;
    private final Map<String, CompletableFuture<Answered>> latestAbout = new ConcurrentHashMap<>();

    /**
     * Begins with none.
     *
     * @param atWorkMax lines worked on at the same time
     * @param unansweredMax lines whose answers were not taken yet
     */
    LinesAtWork(int atWorkMax, int unansweredMax) {
        this.placesMax = atWorkMax;
        this.places = new Semaphore(atWorkMax);
        this.unanswered = new ArrayBlockingQueue<>(unansweredMax);
    }

    /** Puts in a line that is answered without work. */
    void answered(Answered answer) throws InterruptedException {
        unanswered.put(Optional.of(CompletableFuture.completedFuture(answer)));
    }

    /**
     * Puts in a line about a subject.
     *
     * @param work makes its answer, when the line before it about the same subject is done
     */
    void about(String subject, Supplier<Answered> work) throws InterruptedException {
        places.acquire();
        var answer = new CompletableFuture<Answered>();
        var before = latestAbout.put(subject, answer);
        Thread.ofVirtual().name("bulk line").start(() -> {
            try {
                if (before != null) {
                    before.join();
                }
                answer.complete(work.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            } finally {
                latestAbout.remove(subject, answer);
                places.release();
            }
        });
        unanswered.put(Optional.of(answer));
    }

    /** Puts in a line about no subject, and waits until it is done. */
    void alone(Supplier<Answered> work) throws InterruptedException {
        places.acquire(placesMax);
        try {
            answered(work.get());
        } finally {
            places.release(placesMax);
        }
    }

    /** No line follows. */
    void end() throws InterruptedException {
        unanswered.put(Optional.empty());
    }

    /** Whether there is a next answer, perhaps still to come, or the end. */
    boolean isAnyThere() {
        return !unanswered.isEmpty();
    }

    /** The next answer, perhaps still to come; empty behind the last. Waits for a line to be put in. */
    Optional<CompletableFuture<Answered>> take() throws InterruptedException {
        return unanswered.take();
    }
}
