package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.golden.Changed;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import io.hefu.ledger.Awaited;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a batch brought that a waiting record may wait for: new links, and new business keys. */
final class Arrivals {
    private Arrivals() {}

    static List<Awaited> of(ChangeSet changes) {
        List<Awaited> arrived = new ArrayList<>();
        for (Link link : changes.createdLinks()) {
            arrived.add(new Awaited.Key(link.system(), link.entity(), link.key()));
        }
        changes.created().forEach(created -> businessKey(created).ifPresent(arrived::add));
        for (Changed changed : changes.changed()) {
            Optional<Awaited> now = businessKey(changed.after());
            if (now.isPresent() && !now.equals(businessKey(changed.before()))) {
                arrived.add(now.get());
            }
        }
        return arrived;
    }

    private static Optional<Awaited> businessKey(GoldenRecord golden) {
        return Identity.businessKey(golden.merged())
                .map(key -> new Awaited.BusinessKey(golden.entity().name(), key));
    }
}
