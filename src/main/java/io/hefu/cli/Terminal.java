package io.hefu.cli;

import io.hefu.definition.Text;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command speaks to: data to the one stream, progress and faults to the other.
 *
 * @param charset of both streams
 * @param coloured whether a person looks who wants colours
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        Charset charset,
        Locale locale,
        boolean coloured,
        Map<String, String> environment) {
    private static final String RESET = "\u001b[0m";

    /** The process's own. */
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        String console = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", "UTF-8"));
        Charset charset = Language.charset(environment, console);
        boolean person = System.console() != null && !"dumb".equals(environment.get("TERM"));
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(
                new PrintStream(System.out, true, charset),
                new PrintStream(System.err, true, charset),
                charset,
                Language.of(environment, Locale.getDefault()),
                person && wanted,
                environment);
    }

    public Terminal in(Locale other) {
        return new Terminal(out, err, charset, other, coloured, environment);
    }

    /** For libraries that want a writer. */
    public PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    public String word(Text text) {
        return text.in(locale);
    }

    public void say(Text text) {
        out.println(word(text));
    }

    /** Progress and faults: not part of the data. */
    public void tell(Text text) {
        err.println(word(text));
    }

    public void tellFault(Text text) {
        err.println(red(word(text)));
    }

    public String bold(String text) {
        return coloured ? "\u001b[1m" + text + RESET : text;
    }

    public String faint(String text) {
        return coloured ? "\u001b[2m" + text + RESET : text;
    }

    public String red(String text) {
        return coloured ? "\u001b[31m" + text + RESET : text;
    }
}
