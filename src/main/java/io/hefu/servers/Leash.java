package io.hefu.servers;

import java.io.File;
import java.io.IOException;

/**
 * Ends a server when this process has gone, however it went: a small shell waits for the end of a pipe that only this
 * process holds, then signals the server. A shutdown hook alone would leave orphans after {@code kill -9}.
 */
final class Leash implements AutoCloseable {
    /** The traps keep the shell alive on Ctrl-C, which the terminal sends to the whole group. */
    private static final String SCRIPT = "trap '' INT TERM HUP; cat >/dev/null; kill -$1 $2 2>/dev/null";

    private final Process shell;

    private Leash(Process shell) {
        this.shell = shell;
    }

    /** Where there is none, a server needs a shutdown hook; else that would only take it away from whoever still uses it. */
    static boolean isPossible() {
        return File.separatorChar == '/';
    }

    /** A leash on that process, or one that does nothing where there is no shell. */
    static AutoCloseable on(long pid, String signal) {
        if (!isPossible()) {
            return () -> {};
        }
        try {
            return new Leash(new ProcessBuilder("sh", "-c", SCRIPT, "leash", signal, Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException noShell) {
            return () -> {};
        }
    }

    /** Lets the server go: it was stopped in the ordinary way, and its number may soon be another's. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
