package io.hefu.console;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Merges;
import io.hefu.definition.Snapshot;
import io.hefu.delivery.DeliveryLog;
import io.hefu.delivery.WantedTables;
import io.hefu.dictionary.Dictionary;
import io.hefu.golden.GoldenTables;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.journey.Deployment;
import io.hefu.ledger.Ledger;
import io.hefu.mapping.Mappings;
import io.hefu.rules.FiringTables;
import io.hefu.systems.Systems;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The books of the hub that people look into. Reading them changes nothing. */
public record Books(
        Supplier<Snapshot> snapshot,
        Ledger ledger,
        CrosswalkTables crosswalk,
        GoldenTables goldens,
        WantedTables wanted,
        DeliveryLog deliveries,
        FiringTables firings,
        Merges merges,
        PossibleDuplicates duplicates,
        Clock clock) {

    Dictionary dictionary() {
        return snapshot.get().part(Dictionary.class);
    }

    Systems systems() {
        return snapshot.get().part(Systems.class);
    }

    Mappings mappings() {
        return snapshot.get().part(Mappings.class);
    }

    /** In which moments are shown. */
    public ZoneId zone() {
        return snapshot.get().part(Deployment.class).zone();
    }
}
