package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The cells of a record on its way out, while its fields are written one after the other. */
final class Outgoing {
    private final Record record;
    private final Function<Reference.Known, Optional<String>> keys;
    private final Optional<Outgoing> around;
    private final Map<String, Object> cells = new LinkedHashMap<>(32);
    private final Map<String, SplitCell> splits = new LinkedHashMap<>();

    /** A cell that several fields fill, each a part of it. */
    private record SplitCell(CellPath path, String split, TreeMap<Integer, Object> parts) {}

    /** @param around the record whose list this is an element of */
    Outgoing(Record record, Function<Reference.Known, Optional<String>> keys, Optional<Outgoing> around) {
        this.around = around;
        this.record = record;
        this.keys = keys;
    }

    Record record() {
        return record;
    }

    Function<Reference.Known, Optional<String>> keys() {
        return keys;
    }

    /** @param cell Java null writes the system's null */
    void put(CellPath path, Object cell) {
        Map<String, Object> holder = cells;
        for (int i = 0; i + 1 < path.steps().size(); i++) {
            holder = inside(holder, path.steps().get(i));
        }
        String last = path.steps().get(path.steps().size() - 1);
        if (holder.containsKey(last) && !Objects.equals(holder.get(last), cell)) {
            throw new WriteSide.NotSayable(
                    Text.of("两个字段要写入同一列 %s，但值不同", "two fields fill %s with different values", path),
                    Text.of("请核对这些字段（例如几个金额的币种）", "check those fields, such as the currencies of several amounts"));
        }
        holder.put(last, cell);
    }

    /** The record around the list says this for its elements: an element that means something else cannot be said. */
    void agree(CellPath path, Object cell) {
        around.map(outer -> outer.cells.get(path.written()))
                .filter(outer -> !outer.equals(cell))
                .ifPresent(outer -> {
                    throw new WriteSide.NotSayable(
                            Text.of(
                                    "明细的 %s 是 %s，而整张单据是 %s",
                                    "%s of an element is %s, and %s of the record around it", path, cell, outer),
                            Text.of("请核对币种", "check the currencies"));
                });
    }

    void putPart(CellPath path, String split, int part, Object text) {
        splits.computeIfAbsent(path.written(), unseen -> new SplitCell(path, split, new TreeMap<>()))
                .parts
                .put(part, text);
    }

    Map<String, Object> cells() {
        splits.values().forEach(cell -> put(cell.path, whole(cell)));
        return cells;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> holder, String step) {
        return (Map<String, Object>) holder.computeIfAbsent(step, unseen -> new LinkedHashMap<String, Object>());
    }

    private static Object whole(SplitCell cell) {
        StringBuilder whole = new StringBuilder();
        boolean ended = false;
        for (Map.Entry<Integer, Object> part : cell.parts.entrySet()) {
            boolean last = part.getKey().equals(cell.parts.lastKey());
            boolean holdsSplit =
                    part.getValue() != null && String.valueOf(part.getValue()).contains(cell.split);
            if (part.getValue() != null && (ended || holdsSplit && !last)) {
                throw new WriteSide.NotSayable(
                        Text.of(
                                "这些值拼在一起后无法再拆开：%s",
                                "joined, these values could not be split again: %s", cell.parts.values()),
                        Text.of("请改用另一个分隔符", "use another separator"));
            }
            ended |= part.getValue() == null;
            whole.append(part.getValue() == null || whole.isEmpty() ? "" : cell.split)
                    .append(part.getValue() == null ? "" : part.getValue());
        }
        return whole.isEmpty() ? null : whole.toString();
    }
}
