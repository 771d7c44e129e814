package io.hefu.expression;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldConversion;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How values stored under former types of fields become values of the present ones. A part of the snapshot. */
public final class Conversions {
    /** A conversion must give the same value on every day. */
    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    private final Map<String, FieldConversion> conversions;

    private Conversions(Map<String, FieldConversion> conversions) {
        this.conversions = Map.copyOf(conversions);
    }

    public static Conversions compile(Dictionary dictionary, Expressions expressions, Violations violations) {
        Map<String, FieldConversion> conversions = new HashMap<>();
        for (EntityType entity : dictionary.entities()) {
            for (FieldType field : entity.fields()) {
                compile(field, expressions, violations)
                        .ifPresent(conversion -> conversions.put(name(entity, field), conversion));
            }
        }
        return new Conversions(conversions);
    }

    /** Empty when the field's type never changed. */
    public Optional<FieldConversion> find(EntityType entity, FieldType field) {
        return Optional.ofNullable(conversions.get(name(entity, field)));
    }

    private static Optional<FieldConversion> compile(FieldType field, Expressions expressions, Violations violations) {
        return field.conversion()
                .flatMap(text -> expressions.compile(
                        text,
                        field.position(),
                        new Scope.OverValue(Optional.empty()),
                        new Result.Of(field.type()),
                        violations))
                .filter(expression -> isTimeless(expression, field, violations))
                .map(expression -> stored -> convert(expression, stored));
    }

    private static boolean isTimeless(CompiledExpression expression, FieldType field, Violations violations) {
        if (expression.readsToday()) {
            violations.add(
                    field.position(),
                    Text.of("字段 %s 的转换用到 today", "the conversion of the field %s reads today", field.name()),
                    Text.same("value"),
                    Text.of("转换只能由存储的值得出", "a conversion follows from the stored value alone"));
        }
        return !expression.readsToday();
    }

    private static Object convert(CompiledExpression expression, Object stored) {
        try {
            return expression.evaluate(Bindings.ofValue(stored, NO_DAY)).orElse(Record.Nothing.NULL);
        } catch (ExpressionFault fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }

    private static String name(EntityType entity, FieldType field) {
        return entity.name() + "." + field.name();
    }
}
