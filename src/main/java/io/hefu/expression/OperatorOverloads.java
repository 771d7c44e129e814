package io.hefu.expression;

import static io.hefu.expression.TypeNames.DATE;
import static io.hefu.expression.TypeNames.DECIMAL;
import static io.hefu.expression.TypeNames.MONEY;
import static io.hefu.expression.TypeNames.TIME;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The operators on the dictionary's types, in two halves: which pairs of types the checker allows, and one body for each
 * operator, which the checked expression is pointed to ({@link Redirection}).
 */
final class OperatorOverloads {
    static final String EQUAL = "_==_";
    static final String UNEQUAL = "_!=_";
    static final String IN = "@in";
    static final String INDEX = "_[_]";

    private static final CelType WHOLE = SimpleType.INT;
    private static final Map<String, IntPredicate> ORDER = Map.of(
            "_<_", sign -> sign < 0, "_<=_", sign -> sign <= 0, "_>_", sign -> sign > 0, "_>=_", sign -> sign >= 0);

    private OperatorOverloads() {}

    /** What the checker is told; the bodies of these are never called. */
    static List<Overload> allowed() {
        List<Overload> all = new ArrayList<>();
        for (String operator : ORDER.keySet()) {
            pairs().forEach(pair -> all.add(declared(operator, SimpleType.BOOL, pair.get(0), pair.get(1))));
            all.add(declared(operator, SimpleType.BOOL, DATE, DATE));
            all.add(declared(operator, SimpleType.BOOL, TIME, TIME));
        }
        for (String operator : List.of("_+_", "_-_", "_*_")) {
            pairs().forEach(pair -> all.add(declared(operator, DECIMAL, pair.get(0), pair.get(1))));
        }
        for (String operator : List.of(EQUAL, UNEQUAL)) {
            all.add(declared(operator, SimpleType.BOOL, DECIMAL, WHOLE));
            all.add(declared(operator, SimpleType.BOOL, WHOLE, DECIMAL));
        }
        all.add(declared("_+_", MONEY, MONEY, MONEY));
        all.add(declared("_-_", MONEY, MONEY, MONEY));
        all.add(declared("_*_", MONEY, MONEY, DECIMAL));
        all.add(declared("_*_", MONEY, MONEY, WHOLE));
        all.add(Overload.of("-_", MONEY, Operators::negate, MONEY));
        all.add(Overload.of("-_", DECIMAL, Operators::negate, DECIMAL));
        return all;
    }

    /** Operator to the id of its body. */
    static Map<String, String> bodies() {
        Map<String, String> ids = new HashMap<>();
        bodiesByOperator().keySet().forEach(operator -> ids.put(operator, id(operator)));
        return ids;
    }

    @SuppressWarnings("Immutable") // the bodies keep nothing
    static List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> all = new ArrayList<>();
        bodiesByOperator()
                .forEach((operator, body) ->
                        all.add(CelFunctionBinding.from(id(operator), Object.class, Object.class, body::apply)));
        return all;
    }

    private static Map<String, java.util.function.BinaryOperator<Object>> bodiesByOperator() {
        Map<String, java.util.function.BinaryOperator<Object>> bodies = new HashMap<>();
        bodies.put(EQUAL, Operators::equal);
        bodies.put(UNEQUAL, (left, right) -> !Operators.equal(left, right));
        bodies.put(IN, Operators::in);
        bodies.put(INDEX, Operators::index);
        bodies.put("_+_", Operators::add);
        bodies.put("_-_", Operators::subtract);
        bodies.put("_*_", Operators::multiply);
        ORDER.forEach((operator, wanted) ->
                bodies.put(operator, (left, right) -> wanted.test(Operators.compare(left, right))));
        return bodies;
    }

    private static List<List<CelType>> pairs() {
        return List.of(List.of(DECIMAL, DECIMAL), List.of(DECIMAL, WHOLE), List.of(WHOLE, DECIMAL));
    }

    private static Overload declared(String operator, CelType gives, CelType left, CelType right) {
        return new Overload(operator, false, gives, List.of(left, right), arguments -> {
            throw new IllegalStateException("the operator " + operator + " was not redirected");
        });
    }

    private static String id(String operator) {
        return "hefu_any" + operator;
    }
}
