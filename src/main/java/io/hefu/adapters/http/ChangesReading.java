package io.hefu.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hefu.systems.Reading;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changed. The position moves with each batch where the list is in the order of change; else only with the last
 * one, since a later page may hold an older change.
 */
final class ChangesReading implements Reading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Listing listing;
    private final Optional<String> from;
    private final int batchSize;
    private final Instant now;
    private Optional<Mark> greatest;
    private List<Map<String, Object>> ahead = List.of();

    ChangesReading(Listing listing, Optional<String> from, int batchSize, Instant now) {
        this.listing = listing;
        this.from = from;
        this.batchSize = batchSize;
        this.now = now;
        this.greatest = mark(from);
    }

    /** Of a kept position; what is none of ours reads from the beginning. */
    static Optional<Mark> mark(Optional<String> kept) {
        return kept.flatMap(text -> {
            try {
                JsonNode changed = JSON.readTree(text).path("changed");
                return changed.isTextual() ? Optional.of(Mark.kept(changed.asText())) : Optional.empty();
            } catch (JsonProcessingException foreign) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<RowBatch> next() {
        List<Map<String, Object>> items = ahead.isEmpty() ? gather() : ahead;
        ahead = gather();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        items.stream().map(listing::mark).flatMap(Optional::stream).forEach(this::raise);
        boolean last = ahead.isEmpty();
        Shape shape = RowMaker.shape(items);
        return Optional.of(new RowBatch(
                shape, RowMaker.rows(shape, items), last || listing.inOrder() ? position() : from.orElse("{}")));
    }

    private List<Map<String, Object>> gather() {
        List<Map<String, Object>> items = new ArrayList<>();
        while (items.size() < batchSize && !listing.done()) {
            items.addAll(listing.page());
        }
        return items;
    }

    private void raise(Mark mark) {
        if (greatest.isEmpty() || greatest.get().compareTo(mark) < 0) {
            greatest = Optional.of(mark);
        }
    }

    private String position() {
        return greatest.map(mark -> mark.noLaterThan(now))
                .map(mark -> JSON.createObjectNode().put("changed", mark.text()).toString())
                .orElse("{}");
    }

    @Override
    public void close() {
        ahead = List.of();
    }
}
