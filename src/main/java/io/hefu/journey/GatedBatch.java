package io.hefu.journey;

import java.util.List;

/** Rows of a known shape. Only the {@link Gate} makes one. */
public record GatedBatch(Carried carried, List<SourceRow> rows) {}
