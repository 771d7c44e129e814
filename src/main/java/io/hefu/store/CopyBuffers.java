package io.hefu.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Keeps a few buffers for the next batch; those that one huge row blew up are let go. */
final class CopyBuffers {

    private static final int KEPT = 8;
    private static final int LARGEST_KEPT = 4 * 1024 * 1024;

    private final BlockingQueue<CopyBuffer> free = new ArrayBlockingQueue<>(KEPT);

    CopyBuffer take() {
        CopyBuffer buffer = free.poll();
        return (buffer == null ? new CopyBuffer() : buffer).start();
    }

    void giveBack(CopyBuffer buffer) {
        if (buffer.capacity() <= LARGEST_KEPT) {
            boolean kept = free.offer(buffer);
            assert kept || free.size() == KEPT;
        }
    }
}
