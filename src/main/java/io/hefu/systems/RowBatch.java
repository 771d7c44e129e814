package io.hefu.systems;

import java.util.List;

/**
 * Rows read together.
 *
 * @param shape of the resource when it was read; the rows' own may be this one or, for JSON, a narrower one
 * @param position where a later reading goes on after this batch; opaque to all but the adapter that made it
 */
public record RowBatch(Shape shape, List<Row> rows, String position) {}
