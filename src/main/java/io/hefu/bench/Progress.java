package io.hefu.bench;

import io.hefu.definition.Text;
import java.io.PrintStream;
import java.util.Locale;

/** Says what is being done, for someone who waits. */
record Progress(PrintStream to, Locale locale) {
    void say(Text what) {
        to.println(what.in(locale));
    }

    void measured(int round, Figure figure) {
        to.printf(
                Locale.ROOT,
                "  %d  %8.0f/s  %6.1f s  CPU %5.1f / %5.1f  %4d MB  %s%n",
                round,
                figure.rowsPerSecond(),
                figure.seconds(),
                figure.cpu().orElse(0),
                figure.ownCpu().orElse(0),
                figure.peakMegabytes().orElse(0),
                figure.subject().title().in(locale));
    }
}
