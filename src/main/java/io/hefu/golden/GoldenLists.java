package io.hefu.golden;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What people list of the golden records: holds, counts. */
final class GoldenLists {
    private static final String HOLD = "select uid, entity, field, rule, system, batch, reason_zh, reason_en from hold";
    private static final UUID FIRST = new UUID(0, 0);

    private GoldenLists() {}

    static List<HeldField> holds(
            Transaction tx, Optional<String> entity, Optional<String> rule, Optional<Uid> after, int limit)
            throws SQLException {
        String sql = HOLD + " where uid > ?" + (entity.isPresent() ? " and entity = ?" : "")
                + (rule.isPresent() ? " and rule = ?" : "") + " order by uid, field limit ?";
        List<Object> args = new java.util.ArrayList<>();
        args.add(after.map(Uid::value).orElse(FIRST));
        entity.ifPresent(args::add);
        rule.ifPresent(args::add);
        args.add(limit);
        return tx.query(sql, GoldenLists::hold, args.toArray());
    }

    static List<HeldField> holdsOf(Transaction tx, Uid uid) throws SQLException {
        return tx.query(HOLD + " where uid = ? order by field", GoldenLists::hold, uid.value());
    }

    private static HeldField hold(Row row) throws SQLException {
        return new HeldField(
                new Uid(row.uuid(1)),
                row.text(2),
                row.text(3),
                row.text(4),
                new Provenance(row.text(5), row.number(6)),
                Text.of(row.text(7), row.text(8)));
    }

    static Map<String, Long> counts(Transaction tx) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        tx.forEach(
                "select entity, count(*) from golden where deleted = 0 group by entity",
                row -> counts.put(row.text(1), row.number(2)));
        return counts;
    }
}
