package io.hefu.routing;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of Camel a routes file may use. Whoever may edit routes can make the hub run things, so that the list is of what
 * is needed, and everything that runs a script, reads a program from data, loads classes or keeps exchanges in memory on
 * its own account is not on it.
 */
final class Vocabulary {
    static final Set<String> COMPONENTS =
            sorted("direct", "seda", "scheduler", "timer", "file", "http", "https", "smtp", "smtps", "sql", "kafka");

    static final Set<String> STEPS = sorted(
            "bean",
            "choice",
            "convertBodyTo",
            "delay",
            "doTry",
            "filter",
            "log",
            "multicast",
            "pipeline",
            "removeHeader",
            "removeHeaders",
            "removeProperty",
            "setBody",
            "setHeader",
            "setHeaders",
            "setProperty",
            "split",
            "step",
            "stop",
            "throttle",
            "to");

    static final Set<String> LANGUAGES = sorted("simple", "constant", "header", "exchangeProperty");

    /** Keys under which Camel's YAML has languages that run programs or reach into Java. */
    static final Set<String> REFUSED_LANGUAGES = sorted(
            "csimple",
            "datasonnet",
            "groovy",
            "hl7terser",
            "java",
            "joor",
            "jq",
            "js",
            "jsonpath",
            "language",
            "mvel",
            "ognl",
            "python",
            "spel",
            "tokenize",
            "wasm",
            "xpath",
            "xquery",
            "xtokenize");

    static final Set<String> ROUTE_KEYS = sorted("id", "description", "note", "group", "autoStartup", "from");

    static final Set<String> CONFIGURATION_KEYS = sorted("id", "description", "onException");

    private static final Set<String> NESTED =
            sorted("when", "otherwise", "doCatch", "doFinally", "onException", "onWhen", "from");

    private Vocabulary() {}

    /** Keys that hold steps without being one. */
    static boolean nests(String key) {
        return NESTED.contains(key);
    }

    /** Camel's YAML takes keys in both spellings. */
    static String camelCase(String key) {
        StringBuilder result = new StringBuilder();
        for (String word : key.split("-")) {
            result.append(
                    result.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return result.toString();
    }

    private static Set<String> sorted(String... words) {
        return java.util.Collections.unmodifiableSet(new TreeSet<>(Set.of(words)));
    }
}
