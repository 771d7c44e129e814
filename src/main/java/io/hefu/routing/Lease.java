package io.hefu.routing;

import java.time.Duration;

/** Counts who is inside, so that routes are not stopped under a caller who has just come in. */
final class Lease {
    private int inside;
    private boolean closed;

    /** False when it is closed: the caller must go to whatever came after. */
    synchronized boolean enter() {
        if (!closed) {
            inside++;
        }
        return !closed;
    }

    synchronized void leave() {
        inside--;
        notifyAll();
    }

    /** Lets nobody in any more, and waits until all are out or the time is over. */
    synchronized void close(Duration atMost) {
        closed = true;
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (inside > 0 && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
