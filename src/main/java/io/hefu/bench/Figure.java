package io.hefu.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One measurement.
 *
 * @param seconds of the wall clock
 * @param cpu seconds of this process and both servers; empty where a server's cannot be read
 * @param ownCpu seconds of this process
 * @param peakMegabytes of this process in RAM while it was measured
 */
record Figure(
        Subject subject,
        long rows,
        double seconds,
        OptionalDouble cpu,
        OptionalDouble ownCpu,
        OptionalLong peakMegabytes) {
    double rowsPerSecond() {
        return rows / seconds;
    }
}
