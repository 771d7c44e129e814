package io.hefu.ledger;

import io.hefu.store.HubDatabase;

/**
 * The ledger in the hub's database, by its books. Reads go to the database; what is written takes the transaction of the
 * batch, so that a batch and its entries are there together or not at all.
 */
public record Ledger(
        LastRuns lastRuns,
        Batches batches,
        Positions positions,
        Sweeps sweeps,
        Pauses pauses,
        ParkedRecords parked,
        Changes changes,
        RuleClocks ruleClocks,
        SourceShapes sourceShapes,
        NewFields newFields) {

    public static Ledger of(HubDatabase database) {
        return new Ledger(
                new LastRuns(database),
                new Batches(database),
                new Positions(database),
                new Sweeps(database),
                new Pauses(database),
                new ParkedRecords(database),
                new Changes(database),
                new RuleClocks(database),
                new SourceShapes(database),
                new NewFields(database));
    }
}
