package org.consentledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes calls at the same moment, each on a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** A call that knows its number, from 0. */
    @FunctionalInterface
    public interface Call<T> {
        T call(int number) throws Exception;
    }

    /**
     * Releases all calls together and waits for their results, in the order of their numbers.
     *
     * @throws Exception what the first call that failed threw
     */
    public static <T> List<T> call(int count, Call<T> call) throws Exception {
        var start = new CyclicBarrier(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < count; i++) {
                var number = i;
                Callable<T> task = () -> {
                    start.await();
                    return call.call(number);
                };
                running.add(threads.submit(task));
            }
            var results = new ArrayList<T>();
            for (var future : running) {
                results.add(future.get());
            }
            return results;
        }
    }
}
