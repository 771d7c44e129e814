package io.hefu.bench;

import io.hefu.definition.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What {@code bench load} was asked for.
 *
 * @param rows customers in the source
 * @param rounds how often everything is measured; the table shows medians
 * @param json whether to answer in JSON in place of a table
 * @param postgresUrl a given server, with user and password as parameters; empty: one is started
 * @param mariadbUrl as {@code postgresUrl}
 */
record LoadOptions(int rows, int rounds, boolean json, Optional<String> postgresUrl, Optional<String> mariadbUrl) {
    private static final int MOST_ROWS = 20_000_000;
    private static final int MOST_ROUNDS = 99;

    static final Text USAGE = Text.of("""
            用法：hefu bench load --rows N [--rounds K] [--output json]
                    [--postgres-url jdbc:postgresql://主机/postgres?user=…&password=…]
                    [--mariadb-url jdbc:mariadb://主机/?user=…&password=…]
            """, """
            usage: hefu bench load --rows N [--rounds K] [--output json]
                     [--postgres-url 'jdbc:postgresql://host/postgres?user=…&password=…']
                     [--mariadb-url 'jdbc:mariadb://host/?user=…&password=…']
            """);

    /** The command line cannot be understood. */
    static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text what;

        Misunderstood(Text what) {
            super(what.en());
            this.what = what;
        }

        Text what() {
            return what;
        }
    }

    static LoadOptions parse(List<String> arguments) throws Misunderstood {
        Deque<String> left = new ArrayDeque<>(arguments);
        if (!"load".equals(left.poll())) {
            throw new Misunderstood(Text.of("要测什么？可用：load", "what is to be measured? allowed: load"));
        }
        LoadOptions options = new LoadOptions(1_000_000, 1, false, Optional.empty(), Optional.empty());
        while (!left.isEmpty()) {
            options = options.with(left.poll(), left);
        }
        return options;
    }

    private LoadOptions with(String option, Deque<String> left) throws Misunderstood {
        return switch (option) {
            case "--rows" -> new LoadOptions(number(option, left, MOST_ROWS), rounds, json, postgresUrl, mariadbUrl);
            case "--rounds" -> new LoadOptions(rows, number(option, left, MOST_ROUNDS), json, postgresUrl, mariadbUrl);
            case "--output" -> new LoadOptions(rows, rounds, isJson(value(option, left)), postgresUrl, mariadbUrl);
            case "--postgres-url" -> new LoadOptions(rows, rounds, json, Optional.of(value(option, left)), mariadbUrl);
            case "--mariadb-url" -> new LoadOptions(rows, rounds, json, postgresUrl, Optional.of(value(option, left)));
            default -> throw new Misunderstood(Text.of("不认识的选项 %s", "unknown option %s", option));
        };
    }

    private static boolean isJson(String output) throws Misunderstood {
        return switch (output) {
            case "json" -> true;
            case "table" -> false;
            default ->
                throw new Misunderstood(
                        Text.of("--output %s：可用 json、table", "--output %s: allowed are json and table", output));
        };
    }

    private static int number(String option, Deque<String> left, int most) throws Misunderstood {
        String written = value(option, left);
        if (!written.matches("[1-9][0-9]{0,8}") || Integer.parseInt(written) > most) {
            throw new Misunderstood(Text.of(
                    "%s %s：可用 1 到 %s 的整数", "%s %s: allowed are whole numbers from 1 to %s", option, written, most));
        }
        return Integer.parseInt(written);
    }

    private static String value(String option, Deque<String> left) throws Misunderstood {
        String value = left.poll();
        if (value == null) {
            throw new Misunderstood(Text.of("%s 后面缺少值", "%s lacks its value", option));
        }
        return value;
    }
}
