package io.hefu.journey;

import io.hefu.rules.Firing;
import java.util.List;

/** A merged record with its holds, and the rules that spoke. */
public record RuledRecord(MergedRecord merged, List<Firing> firings) {
    RuledRecord with(MergedRecord other) {
        return new RuledRecord(other, firings);
    }
}
