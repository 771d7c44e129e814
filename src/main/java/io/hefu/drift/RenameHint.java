package io.hefu.drift;

import io.hefu.definition.Text;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import io.hefu.systems.Column;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a vanished field seems to live on under another name: tries the new field's values in the old one's place, with the
 * mapping as it is, and counts how many are understood.
 */
final class RenameHint {
    private static final int ROWS = 200;
    private static final int LIKELY = 50;

    private final Mapping mapping;
    private final RowBatch batch;

    RenameHint(Mapping mapping, RowBatch batch) {
        this.mapping = mapping;
        this.batch = batch;
    }

    Optional<Text> of(String vanished, List<String> news) {
        Optional<Text> best = Optional.empty();
        int most = LIKELY - 1;
        for (String name : news) {
            int understood = understood(vanished, name);
            if (understood > most) {
                most = understood;
                best = Optional.of(Text.of(
                        "看起来改名为“%s”：它的值有 %s%% 能按原映射读懂",
                        "it looks renamed to \"%s\": %s%% of its values are understood by the mapping as it is",
                        name,
                        understood));
            }
        }
        return best.or(() -> onlyOne(news));
    }

    private static Optional<Text> onlyOne(List<String> news) {
        return news.size() == 1
                ? Optional.of(Text.of(
                        "同时多出唯一的新字段“%s”，可能是改名，但它的值按原映射读不懂，代码也要一起改",
                        "the only new field is \"%s\": perhaps a rename, but its values are not understood by the mapping"
                                + " as it is, so the codes must change too",
                        news.get(0)))
                : Optional.empty();
    }

    private int understood(String vanished, String name) {
        int tried = 0;
        int understood = 0;
        for (Row row : batch.rows()) {
            if (tried == ROWS) {
                break;
            }
            if (row.cell(name) != Row.Cell.ABSENT && row.cell(name) != null) {
                tried++;
                understood += reads(renamed(row, vanished, name), vanished) ? 1 : 0;
            }
        }
        return tried == 0 ? 0 : understood * 100 / tried;
    }

    private boolean reads(Row row, String field) {
        MappedRow mapped = mapping.toRecord(row);
        return !(mapped instanceof MappedRow.Faulty faulty)
                || faulty.faults().stream().noneMatch(fault -> fault.source().startsWith(field));
    }

    private static Row renamed(Row row, String vanished, String name) {
        List<Column> columns = new ArrayList<>();
        for (Column column : row.shape().columns()) {
            columns.add(column.name().equals(name) ? new Column(vanished, column.type(), column.declared()) : column);
        }
        return new Row(new Shape(columns), row.cells());
    }
}
