package io.hefu.adapters.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in JSON, such as {@code $.data.items} or {@code $.result[0]}; {@code $} is the whole. */
record JsonPath(String written, List<Object> steps) {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,6})]");

    static JsonPath of(String written) {
        String rest = written.startsWith("$") ? written.substring(1) : written;
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(rest);
        while (matcher.find()) {
            steps.add(matcher.group(1) != null ? (Object) matcher.group(1) : Integer.valueOf(matcher.group(2)));
        }
        return new JsonPath(written, steps);
    }

    /** Empty when nothing is there; a null that is there is empty too. */
    Optional<Object> in(Object json) {
        Object at = json;
        for (Object step : steps) {
            if (!leads(at, step)) {
                return Optional.empty();
            }
            at = step instanceof String name ? ((Map<?, ?>) at).get(name) : ((List<?>) at).get((Integer) step);
        }
        return Optional.ofNullable(at);
    }

    /** Whether the place is there, though a null may stand in it. */
    boolean isIn(Object json) {
        return steps.isEmpty()
                ? json != null
                : new JsonPath(written, steps.subList(0, steps.size() - 1))
                        .in(json)
                        .filter(parent -> leads(parent, steps.get(steps.size() - 1)))
                        .isPresent();
    }

    private static boolean leads(Object from, Object step) {
        return step instanceof String name
                ? from instanceof Map<?, ?> map && map.containsKey(name)
                : from instanceof List<?> list && (Integer) step < list.size();
    }
}
