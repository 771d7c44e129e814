package io.hefu.matching.sample;

import java.util.List;

/** Takes made-up rows one by one. */
public interface RowSink {
    /** @param truth equal for rows that are the same thing */
    void row(String id, String truth, List<String> values);
}
