package io.hefu.promises;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs deeds at the same moment. */
final class Together {
    private Together() {}

    static void run(Runnable... deeds) {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        ExecutorService threads = Executors.newFixedThreadPool(deeds.length);
        try {
            List<Callable<Object>> calls = Arrays.stream(deeds)
                    .<Callable<Object>>map(deed -> () -> {
                        start.await();
                        deed.run();
                        return "done";
                    })
                    .toList();
            for (Future<Object> done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException fault) {
            throw new IllegalStateException(fault);
        } finally {
            threads.shutdown();
        }
    }
}
