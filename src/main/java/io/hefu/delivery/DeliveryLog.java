package io.hefu.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import io.hefu.systems.WriteResult;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sent where, with the cells before and after. Append-only. */
public final class DeliveryLog {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /**
     * One delivery as it was logged.
     *
     * @param operation create, update or delete
     * @param outcome written, rejected or unknown
     * @param before the target's cells as JSON, where they could be read
     */
    public record Entry(
            String target,
            String entity,
            Uid uid,
            long version,
            String operation,
            String key,
            String outcome,
            Text reason,
            Optional<String> before,
            String after,
            Instant at) {}

    private final HubDatabase database;

    public DeliveryLog(HubDatabase database) {
        this.database = database;
    }

    /** What was sent of one thing, newest first. */
    public List<Entry> of(Uid uid, int limit) {
        return database.read(tx -> tx.query(
                "select target, entity, uid, version, operation, record_key, outcome, reason_zh, reason_en,"
                        + " cells_before, cells_after, at from delivery_log where uid = ? order by id desc limit "
                        + limit,
                DeliveryLog::read,
                uid.value()));
    }

    /** What was last sent to one target of one entity, newest first. */
    public List<Entry> of(String target, String entity, int limit) {
        return database.read(tx -> tx.query(
                "select target, entity, uid, version, operation, record_key, outcome, reason_zh, reason_en,"
                        + " cells_before, cells_after, at from delivery_log where target = ? and entity = ?"
                        + " order by id desc limit " + limit,
                DeliveryLog::read,
                target,
                entity));
    }

    static void append(Transaction tx, Place place, List<Delivered> delivered) throws SQLException {
        List<Object[]> rows = delivered.stream().map(each -> row(place, each)).toList();
        tx.updateBatch(
                "insert into delivery_log (target, entity, uid, version, operation, record_key, outcome, reason_zh,"
                        + " reason_en, cells_before, cells_after, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(Place place, Delivered each) {
        Prepared prepared = each.prepared();
        Text reason = reason(each.result());
        return new Object[] {
            place.target(),
            place.entity(),
            prepared.wanted().uid().value(),
            prepared.wanted().version(),
            prepared.operation().name().toLowerCase(java.util.Locale.ROOT),
            each.result() instanceof WriteResult.Written written
                    ? written.key()
                    : prepared.link().map(Link::key).orElse(""),
            outcome(each.result()),
            reason.zh(),
            reason.en(),
            prepared.cellsBefore().map(DeliveryLog::json),
            json(prepared.cells()),
            place.now()
        };
    }

    private static String outcome(WriteResult result) {
        return result instanceof WriteResult.Written
                ? "written"
                : result instanceof WriteResult.Rejected ? "rejected" : "unknown";
    }

    private static Text reason(WriteResult result) {
        if (result instanceof WriteResult.Rejected rejected) {
            return rejected.reason();
        }
        return result instanceof WriteResult.Unknown unknown ? unknown.reason() : Text.NONE;
    }

    private static String json(Map<String, Object> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cells hold plain values only", impossible);
        }
    }

    private static Entry read(Row row) throws SQLException {
        return new Entry(
                row.text(1),
                row.text(2),
                new Uid(row.uuid(3)),
                row.number(4),
                row.text(5),
                row.text(6),
                row.text(7),
                new Text(row.text(8), row.text(9)),
                row.optionalText(10),
                row.text(11),
                row.instant(12));
    }
}
