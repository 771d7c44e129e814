package io.hefu.expression;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * One form of a function: what the checker must know of it and what it does.
 *
 * @param member whether it is written behind its first argument, as in {@code record.open.isZero()}
 */
record Overload(String function, boolean member, CelType gives, List<CelType> takes, Body body) {

    static final String PREFIX = "hefu_";

    /** What a function does with its arguments; whatever its form says, it takes any values and faults on wrong ones. */
    @FunctionalInterface
    interface Body {
        Object apply(Object[] arguments);
    }

    static Overload of(String function, CelType gives, UnaryOperator<Object> body, CelType takes) {
        return new Overload(function, false, gives, List.of(takes), arguments -> body.apply(arguments[0]));
    }

    static Overload of(String function, CelType gives, BinaryOperator<Object> body, CelType first, CelType second) {
        return new Overload(
                function, false, gives, List.of(first, second), arguments -> body.apply(arguments[0], arguments[1]));
    }

    Overload asMember() {
        return new Overload(function, true, gives, takes, body);
    }

    /** Unlike any other's: lists of different things are different, too. */
    String id() {
        StringBuilder id = new StringBuilder(PREFIX).append(function);
        takes.forEach(type -> append(type, id));
        return id.toString();
    }

    private static void append(CelType type, StringBuilder id) {
        id.append('_').append(type.name());
        type.parameters().forEach(parameter -> append(parameter, id));
    }

    CelOverloadDecl declared() {
        return member
                ? CelOverloadDecl.newMemberOverload(id(), gives, takes)
                : CelOverloadDecl.newGlobalOverload(id(), gives, takes);
    }

    @SuppressWarnings("Immutable") // the bodies are functions of this package; they keep nothing
    CelFunctionBinding bound() {
        Class<?>[] classes = new Class<?>[takes.size()];
        Arrays.fill(classes, Object.class);
        return switch (classes.length) {
            case 1 -> CelFunctionBinding.from(id(), Object.class, one -> body.apply(new Object[] {one}));
            case 2 ->
                CelFunctionBinding.from(
                        id(), Object.class, Object.class, (one, two) -> body.apply(new Object[] {one, two}));
            default -> CelFunctionBinding.from(id(), Collections.unmodifiableList(Arrays.asList(classes)), body::apply);
        };
    }
}
