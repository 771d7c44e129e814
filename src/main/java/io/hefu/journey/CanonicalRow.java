package io.hefu.journey;

import io.hefu.dictionary.Record;

/** A row understood: canonical, with references as the source says them. */
public record CanonicalRow(SourceRow source, Record record) {
    String key() {
        return source.key();
    }

    CanonicalRow with(Record other) {
        return new CanonicalRow(source, other);
    }
}
