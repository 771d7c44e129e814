package io.hefu.journey;

import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import io.hefu.golden.PossibleDuplicate;
import java.util.ArrayList;
import java.util.List;

/** The pairs that a batch found to have equal cleaned names. */
final class Likenesses {
    private Likenesses() {}

    static List<PossibleDuplicate> of(ChangeSet changes) {
        if (changes.possibleDuplicates().isEmpty()) {
            return List.of();
        }
        List<PossibleDuplicate> pairs = new ArrayList<>();
        for (GoldenRecord created : changes.created()) {
            String name = Identity.matchName(created.merged()).orElse("");
            changes.possibleDuplicates()
                    .getOrDefault(created.uid(), List.of())
                    .forEach(other -> pairs.add(new PossibleDuplicate(
                            created.entity().name(),
                            created.uid(),
                            other,
                            PossibleDuplicate.Reason.NAME,
                            name,
                            changes.context().batch())));
        }
        return pairs;
    }
}
