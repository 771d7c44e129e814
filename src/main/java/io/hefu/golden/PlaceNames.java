package io.hefu.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The provinces and cities of China, of which company names and addresses begin. */
public final class PlaceNames {
    private static final Map<String, String> PATHS = new HashMap<>();
    private static final Map<String, String> LATIN = new HashMap<>();
    private static final int LONGEST = 5;
    private static final int SHORTEST = 2;
    private static final List<String> KINDS =
            List.of("省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "地区", "自治州");

    static {
        WordList.lines("places.txt").forEach(PlaceNames::learn);
    }

    private PlaceNames() {}

    /**
     * A place at the beginning of a text.
     *
     * @param path province and city, 江苏/苏州; the province alone where no city is named
     * @param rest what follows
     */
    public record Peeled(String path, String rest) {}

    /** Peels province and city; the path is empty when the text begins with none. */
    public static Peeled peel(String text) {
        Peeled first = peelOne(text);
        if (first.path().isEmpty()) {
            return first;
        }
        Peeled second = peelOne(first.rest());
        return second.path().startsWith(first.path() + "/") ? second : first;
    }

    /** The path of a name that is nothing but a place: 苏州市, 江苏, Suzhou. */
    public static Optional<String> path(String name) {
        Peeled peeled = peel(name);
        if (!peeled.path().isEmpty() && peeled.rest().isEmpty()) {
            return Optional.of(peeled.path());
        }
        return Optional.ofNullable(LATIN.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    private static Peeled peelOne(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= SHORTEST; length--) {
            String path = PATHS.get(text.substring(0, length));
            if (path != null) {
                return new Peeled(path, withoutKind(text.substring(length)));
            }
        }
        return new Peeled("", text);
    }

    private static String withoutKind(String rest) {
        for (String kind : KINDS) {
            if (rest.startsWith(kind)) {
                return rest.substring(kind.length());
            }
        }
        return rest;
    }

    private static void learn(String line) {
        int colon = line.indexOf(':');
        String province = learn("", line.substring(0, colon));
        String cities = line.substring(colon + 1).strip();
        if (!cities.isEmpty()) {
            for (String city : cities.split(" ")) {
                learn(province + "/", city);
            }
        }
    }

    private static String learn(String within, String named) {
        int equals = named.indexOf('=');
        String name = equals < 0 ? named : named.substring(0, equals);
        // a city named as its province, or as another city, does not replace it
        String path = within + name;
        PATHS.putIfAbsent(name, path);
        if (equals >= 0) {
            LATIN.putIfAbsent(named.substring(equals + 1), path);
        }
        return path;
    }
}
