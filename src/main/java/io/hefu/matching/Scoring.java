package io.hefu.matching;

import io.hefu.matching.cluster.Links;
import io.hefu.matching.model.Weights;
import io.hefu.matching.search.Search;
import io.hefu.matching.search.Search.Part;
import io.hefu.matching.table.Rows;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Scores every pair that the search finds, on all processors; the result does not depend on how many there are. */
final class Scoring {
    private final Rows rows;
    private final Search search;
    private final Weights weights;
    private final Progress progress;
    private final List<Part> parts;
    private final Found[] found;
    private final AtomicInteger next = new AtomicInteger();

    private Scoring(Rows rows, Search search, Weights weights, Progress progress) {
        this.rows = rows;
        this.search = search;
        this.weights = weights;
        this.progress = progress;
        this.parts = search.parts();
        this.found = new Found[parts.size()];
    }

    static Found run(Rows rows, Search search, Weights weights, Progress progress) {
        Scoring scoring = new Scoring(rows, search, weights, progress);
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> running =
                    pool.invokeAll(Collections.nCopies(threads, Executors.callable(scoring::work)));
            for (Future<Object> each : running) {
                each.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("matching was stopped", stopped);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("scoring failed", fault.getCause());
        } finally {
            pool.shutdownNow();
        }
        return scoring.together();
    }

    /** Pairs by their band, and how many were scored. */
    static final class Found {
        private final Map<Band, Links.Builder> links = new EnumMap<>(Band.class);
        private long pairs;

        Links sorted(Band band) {
            return of(band).sorted();
        }

        long pairs() {
            return pairs;
        }

        private Links.Builder of(Band band) {
            return links.computeIfAbsent(band, any -> new Links.Builder());
        }

        private void add(Found other) {
            pairs += other.pairs;
            other.links.forEach((band, builder) -> of(band).addAll(builder));
        }
    }

    private void work() {
        Scorer scorer = new Scorer(rows, weights);
        for (int part = next.getAndIncrement(); part < found.length; part = next.getAndIncrement()) {
            Found of = new Found();
            search.search(parts.get(part), (row, others, count) -> {
                of.pairs += count;
                for (int i = 0; i < count; i++) {
                    Band band = scorer.score(row, others[i]).band();
                    if (band != Band.NONE) {
                        of.of(band).add(row, others[i], scorer.bits());
                    }
                }
            });
            found[part] = of;
            progress.scored(part + 1, found.length);
        }
    }

    private Found together() {
        Found all = new Found();
        for (Found each : found) {
            all.add(each);
        }
        return all;
    }
}
