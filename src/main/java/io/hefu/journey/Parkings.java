package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.Dictionary;
import io.hefu.ledger.Flow;
import io.hefu.ledger.NewParked;
import io.hefu.ledger.ParkedRecords;
import io.hefu.review.Decisions;
import io.hefu.store.Transaction;
import io.hefu.systems.RowCodec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down which rows of a batch wait or are quarantined, and which parked ones it made obsolete. */
final class Parkings {
    private final Transaction tx;
    private final ParkedRecords parked;
    private final Decisions decisions;
    private final ChangeSet changes;
    private final Flow flow;

    Parkings(Transaction tx, ParkedRecords parked, Decisions decisions, ChangeSet changes) {
        this.tx = tx;
        this.decisions = decisions;
        this.parked = parked;
        this.changes = changes;
        this.flow = changes.context().flow();
    }

    void write() throws SQLException {
        List<NewParked> parking = new ArrayList<>();
        Set<Long> stillParked = new HashSet<>();
        for (Parking each : changes.carried().parked()) {
            parking.add(record(each));
            each.row().parked().ifPresent(stillParked::add);
        }
        closeResumed(stillParked);
        supersede();
        // A row that is parked already, for the same reasons, stays as it is: reading it again is no news.
        List<NewParked> news = parked.withoutThoseOpen(tx, parking);
        if (!news.isEmpty()) {
            parked.park(tx, changes.context().batch(), changes.context().at(), news);
        }
    }

    private void closeResumed(Set<Long> stillParked) throws SQLException {
        List<Long> through = new ArrayList<>();
        for (SourceRow row : changes.carried().source().rows()) {
            if (row.parked().isPresent() && !stillParked.contains(row.parked().getAsLong())) {
                through.add(row.parked().getAsLong());
                if (row.assigned().isPresent()) {
                    decisions.enter(tx, row.assigned().get().decision());
                }
            }
        }
        if (!through.isEmpty()) {
            parked.resume(tx, through, changes.context().at());
        }
    }

    private void supersede() throws SQLException {
        if (changes.context().origin() == Origin.RESUMED) {
            return;
        }
        Set<String> parkedKeys = new HashSet<>();
        changes.carried().parked().forEach(each -> parkedKeys.add(each.row().key()));
        List<String> through = new ArrayList<>(changes.carried().source().unchangedKeys());
        for (SourceRow row : changes.carried().source().rows()) {
            if (!parkedKeys.contains(row.key())) {
                through.add(row.key());
            }
        }
        changes.carried().source().vanished().forEach(gone -> through.add(gone.key()));
        parked.supersede(tx, flow, through, changes.context().at());
    }

    private NewParked record(Parking parking) {
        String payload = RowCodec.write(parking.row().row());
        List<Text> reasons = ParkingWords.reasons(parking);
        Dictionary dictionary = changes.context().snapshot().part(Dictionary.class);
        return new NewParked(
                flow,
                parking.row().key(),
                parking.kind(),
                reasons,
                payload,
                ParkingWords.awaited(parking, changes.context().entity(), dictionary));
    }
}
