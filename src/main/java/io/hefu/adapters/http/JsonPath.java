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

    /** Whether the place exists, if only with a null. */
    boolean isThere(Object json) {
        Object at = json;
        for (Object step : steps) {
            if (step instanceof String name && at instanceof Map<?, ?> map && map.containsKey(name)) {
                at = map.get(name);
            } else if (step instanceof Integer index && at instanceof List<?> list && index < list.size()) {
                at = list.get(index);
            } else {
                return false;
            }
        }
        return json != null;
    }

    /** Empty when nothing is there; a null that is there is empty too. */
    Optional<Object> in(Object json) {
        Object at = json;
        for (Object step : steps) {
            if (step instanceof String name && at instanceof Map<?, ?> map) {
                at = map.get(name);
            } else if (step instanceof Integer index && at instanceof List<?> list && index < list.size()) {
                at = list.get(index);
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(at);
    }
}
