package io.hefu.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a command printed and how it ended. */
public record Typed(int code, String out, String err) {
    /** Types a command in a language; {@code home} is added where it takes one. */
    public static Typed in(Locale locale, Path home, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString()));
        return plain(locale, arguments.toArray(String[]::new));
    }

    public static Typed plain(Locale locale, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                locale,
                false,
                Map.of());
        int code = Hefu.run(terminal, Clock.systemUTC(), arguments);
        return new Typed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
