package io.hefu.ledger;

import io.hefu.definition.Text;
import java.util.List;

/**
 * A record to be parked.
 *
 * @param key its key in the system; of an unreadable one, a name for the row that the next reading gives it again
 * @param reasons why, each with what to try
 * @param payload the row as JSON, enough to try it again without the source
 * @param awaited empty unless it waits
 */
public record NewParked(
        Flow flow, String key, ParkedRecord.Kind kind, List<Text> reasons, String payload, List<Awaited> awaited) {
    public NewParked {
        reasons = List.copyOf(reasons);
        awaited = List.copyOf(awaited);
    }

    public static NewParked waiting(Flow flow, String key, List<Text> reasons, String payload, List<Awaited> awaited) {
        return new NewParked(flow, key, ParkedRecord.Kind.WAITING, reasons, payload, awaited);
    }

    public static NewParked quarantined(Flow flow, String key, List<Text> reasons, String payload) {
        return new NewParked(flow, key, ParkedRecord.Kind.QUARANTINED, reasons, payload, List.of());
    }
}
