package io.hefu.bench;

import io.hefu.definition.Text;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The command {@code bench}: what it measures goes to the output, how far it is to the error output. */
public final class Bench {
    private static final int WELL = 0;
    private static final int FAULT = 1;

    private Bench() {}

    /**
     * @param arguments what follows {@code bench} on the command line
     * @return the exit code: 0 measured, 1 a fault, which the error output tells
     */
    public static int run(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Progress progress =
                new Progress(new PrintStream(System.err, true, StandardCharsets.UTF_8), Locale.getDefault());
        try {
            LoadOptions options = LoadOptions.parse(List.of(arguments));
            Report report = new Report(new LoadBench(options, progress).run());
            out.println(options.json() ? report.json() : report.table(Locale.getDefault()));
            return WELL;
        } catch (LoadOptions.Misunderstood misunderstood) {
            progress.say(misunderstood.what());
            progress.say(LoadOptions.USAGE);
            return FAULT;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAULT;
        } catch (Exception failed) {
            progress.say(Text.of("测量失败：%s", "the measurement failed: %s", failed));
            return FAULT;
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }
}
