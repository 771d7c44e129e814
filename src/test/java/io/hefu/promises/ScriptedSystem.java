package io.hefu.promises;

import io.hefu.definition.Text;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real connection that fails where a test says so, and remembers everything that was ever handed to it. */
final class ScriptedSystem implements SystemConnection {
    /** A write that goes otherwise than it should. */
    interface Twist {
        List<WriteResult> write(List<OutgoingRow> rows, Real real);
    }

    /** The write as it would have gone. */
    interface Real {
        List<WriteResult> write();
    }

    /** What was handed over to be written. */
    record Sent(String resource, WriteOperation operation, OutgoingRow row) {}

    private final SystemConnection real;
    private final Deque<Twist> twists = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private int batchesBeforeFault = Integer.MAX_VALUE;
    private boolean unreachable;
    private boolean canFind = true;

    ScriptedSystem(SystemConnection real) {
        this.real = real;
    }

    List<Sent> sent() {
        return sent;
    }

    void twist(Twist twist) {
        twists.add(twist);
    }

    /** The next write happens, and its answer is lost. */
    void loseNextAnswer() {
        twist((rows, write) -> {
            write.write();
            throw new SystemFault(
                    system(), SystemFault.Kind.UNKNOWN, Text.of("回答丢失", "the answer was lost"), Text.NONE);
        });
    }

    /** The next write does not happen, and nobody can tell. */
    void swallowNextWrite() {
        twist((rows, write) -> {
            throw new SystemFault(
                    system(), SystemFault.Kind.UNKNOWN, Text.of("回答丢失", "the answer was lost"), Text.NONE);
        });
    }

    /** The process dies once the next write has happened. */
    void dieAfterNextWrite() {
        twist((rows, write) -> {
            write.write();
            throw new Killed();
        });
    }

    void dieBeforeNextWrite() {
        twist((rows, write) -> {
            throw new Killed();
        });
    }

    void breakReadingAfter(int batches) {
        batchesBeforeFault = batches;
    }

    void unreachable(boolean is) {
        unreachable = is;
    }

    void cannotFind() {
        canFind = false;
    }

    @Override
    public String system() {
        return real.system();
    }

    @Override
    public Shape describe(String resource) {
        return real.describe(resource);
    }

    @Override
    public Reading read(ReadRequest request) {
        requireReachable();
        Reading reading = real.read(request);
        return new Reading() {
            private int given;

            @Override
            public Optional<RowBatch> next() {
                if (given++ >= batchesBeforeFault) {
                    throw gone();
                }
                return reading.next();
            }

            @Override
            public void close() {
                reading.close();
            }
        };
    }

    @Override
    public List<Row> rowsWith(String resource, String column, List<String> values) {
        requireReachable();
        return real.rowsWith(resource, column, values);
    }

    @Override
    public boolean canFind(String resource) {
        return canFind && real.canFind(resource);
    }

    @Override
    public List<Row> find(String resource, Map<String, Object> equal) {
        requireReachable();
        return real.find(resource, equal);
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows) {
        requireReachable();
        rows.forEach(row -> sent.add(new Sent(resource, operation, row)));
        Twist twist = twists.poll();
        return twist == null
                ? real.write(resource, key, operation, rows)
                : twist.write(rows, () -> real.write(resource, key, operation, rows));
    }

    @Override
    public void close() {
        real.close();
    }

    private void requireReachable() {
        if (unreachable) {
            throw gone();
        }
    }

    private SystemFault gone() {
        return new SystemFault(
                system(),
                SystemFault.Kind.RETRYABLE,
                Text.of("连不上", "it cannot be reached"),
                Text.of("稍后再试", "try later"));
    }

    /** The end of the process, as far as a test within it can tell. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
