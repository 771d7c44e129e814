package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.exceptions.CelIterationLimitExceededException;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An expression that was checked against its scope. Immutable and safe for several threads. */
public final class CompiledExpression {
    private final String text;
    private final Position position;
    private final Set<String> reads;
    private final Set<String> names;
    private final boolean readsToday;
    private final boolean decimal;
    private final CelRuntime.Program program;

    CompiledExpression(Source source, CelAbstractSyntaxTree typed, Result result, CelRuntime.Program program) {
        this.text = source.text();
        this.position = source.position();
        this.reads = Set.copyOf(Reads.of(typed));
        this.names = Set.copyOf(Reads.names(typed));
        this.readsToday = Reads.today(typed);
        this.decimal = result instanceof Result.Of of && of.type() == DataType.Scalar.DECIMAL;
        this.program = program;
    }

    /** As written. */
    public String text() {
        return text;
    }

    public Position position() {
        return position;
    }

    /**
     * The record's fields that its value can depend on, of the record itself and of the record before; over a row: the
     * top-level columns.
     */
    public Set<String> reads() {
        return reads;
    }

    /** Every name that it selects, at whatever depth: those of {@link #reads} and of what stands inside them. */
    public Set<String> names() {
        return names;
    }

    /** Whether its value can change with the day though nothing else changed. */
    public boolean readsToday() {
        return readsToday;
    }

    /** @throws ExpressionFault when it cannot be evaluated on these bindings, or gives no yes or no */
    public boolean isTrue(Bindings bindings) {
        Object value = result(bindings);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw ExpressionFault.of("表达式应给出是或否，而不是%s", "the expression must give yes or no, not %s", Values.kind(value));
    }

    /**
     * The value, of the class that {@code DataType} names; records of a list field as a list of
     * {@code io.hefu.dictionary.Record}. Empty for null.
     *
     * @throws ExpressionFault when it cannot be evaluated on these bindings
     */
    public Optional<Object> evaluate(Bindings bindings) {
        Object value = result(bindings);
        if (value == Operators.NO_MONEY) {
            throw ExpressionFault.of("没有任何金额可加，币种未知", "there is no amount to add, so its currency is unknown");
        }
        return value instanceof NullValue ? Optional.empty() : Optional.of(canonical(value));
    }

    @Override
    public String toString() {
        return text;
    }

    private Object canonical(Object value) {
        if (value instanceof RecordView view) {
            return view.record();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::canonical).toList();
        }
        return decimal && value instanceof Long ? Values.decimal(value) : value;
    }

    private Object result(Bindings bindings) {
        try {
            return program.eval(bindings);
        } catch (CelEvaluationException failed) {
            throw faultOf(failed);
        }
    }

    private ExpressionFault faultOf(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof ExpressionFault fault) {
                return fault;
            }
            if (each instanceof CelIterationLimitExceededException) {
                return ExpressionFault.of("表达式“%s”在这条记录上循环过多", "“%s” takes too many turns on this record", text);
            }
        }
        return new ExpressionFault(
                Text.of("表达式“%s”无法计算：%s", "“%s” cannot be evaluated: %s", text, failed.getMessage()));
    }
}
