package io.hefu.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.common.values.StructValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source's row, or an object nested in it, as CEL sees it. */
@SuppressWarnings("Immutable") // a row is not changed once it was read
final class RowView extends StructValue<String, RowView> {
    private final SourceCells cells;

    RowView(SourceCells cells) {
        this.cells = cells;
    }

    boolean has(String column) {
        return cells.has(column);
    }

    @Override
    public RowView value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }

    @Override
    public Object select(String column) {
        if (!cells.has(column)) {
            throw ExpressionFault.of("源记录没有列 %s", "the source's row has no column %s", column);
        }
        return adapted(cells.cell(column));
    }

    /** The system's null counts as nothing there: {@code has(row.x)} asks whether there is something to use. */
    @Override
    public Optional<Object> find(String column) {
        return cells.has(column) && cells.cell(column) != null
                ? Optional.of(adapted(cells.cell(column)))
                : Optional.empty();
    }

    static Object adapted(Object cell) {
        if (cell == null) {
            return NullValue.NULL_VALUE;
        }
        if (cell instanceof Map<?, ?> map) {
            return new RowView(new OfMap(map));
        }
        if (cell instanceof List<?> list) {
            List<Object> adapted = new ArrayList<>(list.size());
            list.forEach(element -> adapted.add(adapted(element)));
            return adapted;
        }
        return cell instanceof Integer number ? (Object) number.longValue() : cell;
    }

    private record OfMap(Map<?, ?> map) implements SourceCells {
        @Override
        public boolean has(String column) {
            return map.containsKey(column);
        }

        @Override
        public Object cell(String column) {
            return map.get(column);
        }
    }
}
