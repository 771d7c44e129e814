package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.expression.Bindings;
import io.hefu.expression.CompiledExpression;
import io.hefu.expression.ExpressionFault;
import io.hefu.expression.Expressions;
import io.hefu.expression.Result;
import io.hefu.expression.Scope;
import io.hefu.expression.SourceCells;
import io.hefu.systems.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The expressions of a mapping. They know no day: the same row must always give the same record. */
record ExpressionCompiler(Expressions expressions, Violations violations) {
    private static final LocalDate NO_DAY = LocalDate.EPOCH;
    private static final Pattern TODAY = Pattern.compile("\\btoday\\b");

    /**
     * Over a row; the columns that it reads get slots. Empty when it has violations.
     *
     * @param label what a fault calls its source
     */
    Optional<RowExpression> overRow(YamlScalar cel, Result result, LevelCompiler level, String label) {
        return compile(cel, new Scope.OverRow(), result).map(compiled -> {
            Slots slots = level.slots();
            compiled.reads().forEach(column -> {
                slots.of(column);
                level.sources()
                        .reads(List.of(column), cel.position(), false, label)
                        .expects(compiled.names());
            });
            return cells -> evaluated(compiled, cells, slots.names());
        });
    }

    Optional<RecordExpression> overRecord(YamlScalar cel, EntityType entity) {
        return compile(cel, new Scope.OverRecord(entity), Result.ANYTHING)
                .map(compiled -> record -> cell(compiled, record));
    }

    /** A filter; a record on which it cannot be evaluated is not let through. */
    Optional<java.util.function.Predicate<Record>> filter(YamlScalar cel, EntityType entity) {
        return compile(cel, new Scope.OverRecord(entity), Result.FLAG)
                .map(compiled -> record -> lets(compiled, record));
    }

    private Optional<CompiledExpression> compile(YamlScalar cel, Scope scope, Result result) {
        if (TODAY.matcher(cel.text()).find()) {
            violations.add(
                    cel.position(),
                    Text.of("映射不能依赖当天日期 today", "a mapping may not depend on today"),
                    Text.NONE,
                    Text.of("用规则（config/rules）处理与日期有关的判断", "use a rule (config/rules) for what depends on the day"));
        }
        return expressions.compile(cel, scope, result, violations);
    }

    private static Object evaluated(CompiledExpression compiled, Cells cells, String[] names) {
        try {
            return compiled.evaluate(Bindings.ofRow(new View(cells, names), NO_DAY))
                    .orElse(null);
        } catch (ExpressionFault fault) {
            return Refusal.unparseable(
                    Text.of("表达式 %s 算不出：%s", "%s cannot be computed: %s", compiled.text(), fault.reason()),
                    Text.of(
                            "请在来源系统中改正，或修改表达式（可用 has() 判断有无）",
                            "correct it in the source system, or change the expression (has() asks whether something is there)"));
        }
    }

    private static Object cell(CompiledExpression compiled, Record record) {
        try {
            return compiled.evaluate(Bindings.ofRecord(record, NO_DAY)).orElse(null);
        } catch (ExpressionFault fault) {
            throw new WriteSide.NotSayable(
                    Text.of("表达式 %s 算不出：%s", "%s cannot be computed: %s", compiled.text(), fault.reason()),
                    Text.of("请修改映射中的表达式", "change the expression in the mapping"));
        }
    }

    private static boolean lets(CompiledExpression compiled, Record record) {
        try {
            return compiled.isTrue(Bindings.ofRecord(record, NO_DAY));
        } catch (ExpressionFault unknown) {
            return false;
        }
    }

    /** A record's cells as an expression sees them. */
    private record View(Cells cells, String[] names) implements SourceCells {
        @Override
        public boolean has(String column) {
            int slot = List.of(names).indexOf(column);
            return slot >= 0 && cells.at(slot) != Row.Cell.ABSENT;
        }

        @Override
        public Object cell(String column) {
            return cells.at(List.of(names).indexOf(column));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof View view && view.cells.equals(cells) && Arrays.equals(view.names, names);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(names);
        }
    }
}
