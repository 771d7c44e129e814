package io.hefu.crosswalk;

import io.hefu.store.HubDatabase;
import io.hefu.store.StoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Links in the order of their keys, read ahead by a thread of its own a few pieces at a time, so that memory is bounded
 * and reading overlaps with what the caller does. The whole stream is one state of the database: reading page by page
 * would see links that were made after the source was read, and take them for deletions.
 */
final class LinkStream implements Crosswalk.Links {
    private static final int PIECE = 1_000;
    private static final int AHEAD = 4;

    /** What comes out of the queue. */
    private sealed interface Piece {}

    private record Some(List<Link> links) implements Piece {}

    private record End() implements Piece {}

    private record Broken(RuntimeException cause) implements Piece {}

    /** The caller closed the stream before its end. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
    private final Semaphore streams;
    private Iterator<Link> piece = List.<Link>of().iterator();
    private boolean ended;
    private volatile boolean closed;

    private LinkStream(Semaphore streams) {
        this.streams = streams;
    }

    static LinkStream open(HubDatabase database, Semaphore streams, String system, String entity) {
        streams.acquireUninterruptibly();
        LinkStream stream = new LinkStream(streams);
        try {
            Thread reader = new Thread(() -> stream.read(database, system, entity), "links-" + system + "-" + entity);
            reader.setDaemon(true);
            reader.start();
            stream.piece = stream.next(stream.take()); // the state that is read is that of now
            return stream;
        } catch (RuntimeException | Error failed) {
            stream.close();
            throw failed;
        }
    }

    private void read(HubDatabase database, String system, String entity) {
        try {
            database.read(tx -> {
                List<Link> links = new ArrayList<>(PIECE);
                tx.forEach(
                        "select " + CrosswalkTables.COLUMNS
                                + " from link where system = ? and entity = ? order by record_key",
                        row -> {
                            links.add(CrosswalkTables.link(row));
                            if (links.size() == PIECE) {
                                put(new Some(List.copyOf(links)));
                                links.clear();
                            }
                        },
                        system,
                        entity);
                put(new Some(List.copyOf(links)));
                return true;
            });
            put(new End());
        } catch (Closed wanted) {
            closed = true;
        } catch (RuntimeException failure) {
            putUnlessClosed(new Broken(failure));
        } finally {
            streams.release();
        }
    }

    private void put(Piece next) {
        try {
            while (!pieces.offer(next, 200, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    throw new Closed();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Closed();
        }
    }

    private void putUnlessClosed(Piece next) {
        try {
            put(next);
        } catch (Closed nobodyListens) {
            closed = true;
        }
    }

    private Piece take() {
        try {
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("读取链接时被中断。", "Reading the links was interrupted.", true);
        }
    }

    private Iterator<Link> next(Piece taken) {
        if (taken instanceof Broken broken) {
            ended = true;
            throw broken.cause();
        }
        if (taken instanceof Some some) {
            return some.links().iterator();
        }
        ended = true;
        return List.<Link>of().iterator();
    }

    @Override
    public boolean hasNext() {
        while (!piece.hasNext() && !ended && !closed) {
            piece = next(take());
        }
        return piece.hasNext();
    }

    @Override
    public Link next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return piece.next();
    }

    @Override
    public void close() {
        closed = true;
        piece = List.<Link>of().iterator();
        pieces.clear();
    }
}
