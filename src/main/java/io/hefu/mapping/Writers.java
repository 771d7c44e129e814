package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The writers of each form of a field. */
final class Writers {
    private Writers() {}

    record OfCell(CellPath path, Conversion conversion) implements FieldWriter {
        @Override
        public void write(Object value, Outgoing out) {
            out.put(path, value == null ? null : conversion.toTheirs(value));
        }
    }

    /** Takes a text apart again; the last part takes what is left. */
    record OfJoined(List<CellPath> paths, String join, Conversion conversion) implements FieldWriter {
        @Override
        public void write(Object value, Outgoing out) {
            String[] parts = value == null
                    ? new String[0]
                    : String.valueOf(conversion.toTheirs(value))
                            .split(java.util.regex.Pattern.quote(join), paths.size());
            for (int i = 0; i < paths.size(); i++) {
                out.put(paths.get(i), i < parts.length && !parts[i].isEmpty() ? parts[i] : null);
            }
        }
    }

    record OfPart(CellPath path, String split, int part, Conversion conversion) implements FieldWriter {
        @Override
        public void write(Object value, Outgoing out) {
            out.putPart(path, split, part, value == null ? null : conversion.toTheirs(value));
        }
    }

    record OfMoney(CellPath path, NumberConversion numbers, CurrencySource currency) implements FieldWriter {
        @Override
        public void write(Object value, Outgoing out) {
            if (!(value instanceof Money money)) {
                out.put(path, null);
                return;
            }
            out.put(path, numbers.toTheirs(money.amount()));
            currency.path().ifPresent(cell -> {
                Object theirs = currency.conversion().toTheirs(money.currency());
                if (currency.above()) {
                    out.agree(cell, theirs);
                } else {
                    out.put(cell, theirs);
                }
            });
            if (!currency.constant().orElse(money.currency()).equals(money.currency())) {
                throw new WriteSide.NotSayable(
                        Text.of(
                                "目标系统的金额只有 %s，而这里是 %s",
                                "the target's amounts are in %s, this one is in %s",
                                currency.constant().orElseThrow(),
                                money.currency()),
                        Text.of(
                                "请映射币种列，或排除这类记录（when）",
                                "map the currency's column, or leave such records out (when:)"));
            }
        }
    }

    record OfReference(CellPath path, String entity) implements FieldWriter {
        @Override
        public void write(Object value, Outgoing out) {
            out.put(path, value == null ? null : key((Reference) value, out));
        }

        private String key(Reference reference, Outgoing out) {
            if (!(reference instanceof Reference.Known known)) {
                throw new WriteSide.NotSayable(
                        Text.of("所引用的%s尚未识别", "the %s referred to is not identified yet", entity),
                        Text.of("它出现后会自动继续", "it goes on by itself when that appears"));
            }
            Optional<String> key = out.keys().apply(known);
            return key.orElseThrow(() -> new WriteSide.MissingReference(entity, known));
        }
    }

    record OfList(CellPath path, List<PartField> fields) implements FieldWriter {
        /** A field of the list's elements. */
        record PartField(FieldType field, FieldWriter writer) {}

        @Override
        public void write(Object value, Outgoing out) {
            List<Map<String, Object>> elements = new ArrayList<>();
            for (Object element : value == null ? List.of() : (List<?>) value) {
                elements.add(cells((Record) element, out));
            }
            out.put(path, elements);
        }

        private Map<String, Object> cells(Record element, Outgoing out) {
            Outgoing inner = new Outgoing(element, out.keys(), Optional.of(out));
            for (PartField part : fields) {
                Object raw = element.raw(part.field.index());
                if (raw != null) {
                    part.writer.write(raw == Record.Nothing.NULL ? null : raw, inner);
                }
            }
            return inner.cells();
        }
    }

    /** Columns filled by expressions over the whole record. */
    record OfExpressions(Map<CellPath, RecordExpression> back) implements FieldWriter {
        @Override
        public void write(Object value, Outgoing out) {
            back.forEach((path, expression) -> out.put(path, cell(expression.over(out.record()))));
        }

        private static Object cell(Object result) {
            return result instanceof Money money ? money.amount() : result;
        }
    }
}
