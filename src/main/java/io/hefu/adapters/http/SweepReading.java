package io.hefu.adapters.http;

import io.hefu.systems.Reading;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Everything in the byte order of the key: gathered and ordered here, since no interface promises that order. When fewer
 * records came than were announced it is read again, and then given up: a gap would be taken for deletions.
 */
final class SweepReading implements Reading {
    private static final int TIMES = 3;

    private final Supplier<Listing> listings;
    private final Supplier<Optional<Long>> count;
    private final HttpFaults faults;
    private final Resource resource;
    private final String key;
    private final int batchSize;
    private Iterator<Map<String, Object>> rows;

    SweepReading(
            Supplier<Listing> listings,
            Supplier<Optional<Long>> count,
            HttpFaults faults,
            Resource resource,
            String key,
            int batchSize) {
        this.listings = listings;
        this.count = count;
        this.faults = faults;
        this.resource = resource;
        this.key = key;
        this.batchSize = batchSize;
    }

    @Override
    public Optional<RowBatch> next() {
        if (rows == null) {
            rows = complete().values().iterator();
        }
        List<Map<String, Object>> items = new ArrayList<>();
        while (items.size() < batchSize && rows.hasNext()) {
            items.add(rows.next());
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Shape shape = RowMaker.shape(items);
        return Optional.of(new RowBatch(shape, RowMaker.rows(shape, items), "{}"));
    }

    private Map<String, Map<String, Object>> complete() {
        for (int time = 1; ; time++) {
            Optional<Long> counted = count.get();
            Listing listing = listings.get();
            Map<String, Map<String, Object>> found = gathered(listing);
            long expected = counted.or(listing::total).orElse(0L);
            int came = resource.explodes() ? listing.records() : found.size();
            if (came >= expected) {
                return found;
            }
            if (time == TIMES) {
                throw faults.incomplete(resource.name(), expected, came);
            }
        }
    }

    private Map<String, Map<String, Object>> gathered(Listing listing) {
        Map<String, Map<String, Object>> found = new TreeMap<>(SweepReading::inByteOrder);
        while (!listing.done()) {
            for (Map<String, Object> item : listing.page()) {
                found.put(Placeholders.text(item.get(key)), item);
            }
            if (found.size() > resource.options().sweepRows()) {
                throw faults.tooMuch(
                        resource.name(), "sweepRows", resource.options().sweepRows());
            }
        }
        return found;
    }

    private static int inByteOrder(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        rows = List.<Map<String, Object>>of().iterator();
    }
}
