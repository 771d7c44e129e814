package io.hefu.routing;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of a bean as written: {@code read('crm', 'opportunity')}, or a method's name alone.
 *
 * @param name of the method; empty when none was written
 * @param arguments as written; empty when there are no brackets
 */
record BeanCall(String name, Optional<List<String>> arguments) {
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(?:\\((.*)\\))?\\s*", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("\\s*('[^']*'|\"[^\"]*\"|[^,'\"]+)\\s*(,|$)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    /** Empty when it is no call at all. */
    static Optional<BeanCall> parse(String written) {
        if (written.isBlank()) {
            return Optional.of(new BeanCall("", Optional.empty()));
        }
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(2) == null) {
            return Optional.of(new BeanCall(matcher.group(1), Optional.empty()));
        }
        return split(matcher.group(2)).map(arguments -> new BeanCall(matcher.group(1), Optional.of(arguments)));
    }

    /** Public methods that a route can mean on a bean of that type, in the order of their names. */
    static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** The methods that this call can mean; more than one when the name alone does not tell. */
    List<Method> meant(Class<?> type) {
        return methods(type).stream()
                .filter(method -> name.isEmpty() || method.getName().equals(name))
                .filter(method -> arguments.map(given -> fits(method, given)).orElse(method.getParameterCount() <= 1))
                .toList();
    }

    /** An argument in quotes, without them. */
    Optional<String> text(int index) {
        return arguments
                .filter(all -> index < all.size())
                .map(all -> all.get(index))
                .filter(argument -> argument.startsWith("'") || argument.startsWith("\""))
                .map(argument -> argument.substring(1, argument.length() - 1));
    }

    /** Such as {@code read(String, String)}. */
    static String signature(Method method) {
        List<String> types = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .toList();
        return method.getName() + "(" + String.join(", ", types) + ")";
    }

    private static boolean fits(Method method, List<String> given) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != given.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(types[i], given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> type, String argument) {
        if (argument.startsWith("'") || argument.startsWith("\"")) {
            return type == String.class || type == Object.class || type.isEnum();
        }
        if (NUMBER.matcher(argument).matches()) {
            return type.isPrimitive() ? type != boolean.class : Number.class.isAssignableFrom(type);
        }
        return !argument.equals("true") && !argument.equals("false") || type == boolean.class || type == Boolean.class;
    }

    private static Optional<List<String>> split(String written) {
        List<String> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(written);
        int at = 0;
        while (!written.isBlank() && at < written.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.empty();
            }
            arguments.add(matcher.group(1).trim());
            at = matcher.end();
        }
        return Optional.of(arguments);
    }
}
