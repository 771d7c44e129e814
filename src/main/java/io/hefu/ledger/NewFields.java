package io.hefu.ledger;

import io.hefu.definition.Text;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Fields that sources give and that nobody decided about, where that does not pause their flow. What was once seen stays:
 * whether it has been decided since, the mapping knows.
 */
public final class NewFields {
    /**
     * @param field as messages name it
     * @param attempt what to try
     */
    public record NewField(Flow flow, String field, Instant since, Text what, Text attempt) {}

    private final HubDatabase database;

    NewFields(HubDatabase database) {
        this.database = database;
    }

    /** One that is known already keeps the time since when. */
    public void note(Transaction tx, List<NewField> fields) throws SQLException {
        if (fields.isEmpty()) {
            return;
        }
        List<Object[]> rows = fields.stream()
                .map(each -> new Object[] {
                    each.flow().system(),
                    each.flow().entity(),
                    each.field(),
                    each.since(),
                    each.what().zh(),
                    each.what().en(),
                    each.attempt().zh(),
                    each.attempt().en()
                })
                .toList();
        tx.updateBatch(
                "insert into new_field (system, entity, field, since, what_zh, what_en, attempt_zh, attempt_en)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (system, entity, field) do nothing",
                rows);
    }

    /** The longest known first. */
    public List<NewField> all() {
        return database.read(tx -> tx.query(
                "select system, entity, field, since, what_zh, what_en, attempt_zh, attempt_en from new_field"
                        + " order by since, system, entity, field",
                NewFields::row));
    }

    private static NewField row(Row row) throws SQLException {
        return new NewField(
                new Flow(row.text(1), row.text(2)),
                row.text(3),
                row.instant(4),
                Text.of(row.text(5), row.text(6)),
                Text.of(row.text(7), row.text(8)));
    }
}
