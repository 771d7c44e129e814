package io.hefu.ledger;

import io.hefu.store.Dialect;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import io.hefu.store.StoreException;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The batches with their dispositions: promise 1 as numbers. */
public final class Batches {
    private static final int BLOCK = 1_000;
    private static final String SUMS = "sum(b.rows_read), sum(b.applied), sum(b.unchanged), sum(b.waiting),"
            + " sum(b.quarantined), sum(b.dropped), sum(b.held), sum(b.derived), sum(b.clocked), sum(b.deleted)";
    private static final String COLUMNS = "select b.rows_read, b.applied, b.unchanged, b.waiting, b.quarantined,"
            + " b.dropped, b.held, b.derived, b.clocked, b.deleted, b.number, b.system, b.entity, d.version, b.at"
            + " from batch b join definition_version d on d.id = b.definition_version";

    private final HubDatabase database;
    private long next;
    private long blockEnd;

    Batches(HubDatabase database) {
        this.database = database;
    }

    /**
     * Reserves the number of a batch before its first step, so that provenance can name it. Numbers grow in the order in
     * which they were reserved, over all processes; a batch that never comes to its commit leaves a gap.
     */
    public long reserve() {
        return database.dialect() == Dialect.POSTGRESQL
                ? database.write(tx -> tx.first("select nextval('batch_number')", row -> row.number(1))
                        .orElseThrow())
                : reserveFromBlock();
    }

    /** The embedded database serves one process: a block at a time spares a commit for each batch. */
    private synchronized long reserveFromBlock() {
        if (next == blockEnd) {
            blockEnd = database.write(tx -> tx.first(
                            "insert into number_block (name, next) values ('batch', ?) on conflict (name)"
                                    + " do update set next = number_block.next + ? returning next",
                            row -> row.number(1),
                            BLOCK + 1,
                            BLOCK)
                    .orElseThrow());
            next = blockEnd - BLOCK;
        }
        return next++;
    }

    /**
     * Enters a batch.
     *
     * @throws StoreException when its equation does not add up: the batch is refused as a whole
     */
    public void enter(Transaction tx, Batch batch) throws SQLException {
        requireSum(batch);
        Equation e = batch.equation();
        tx.update(
                "insert into batch (number, system, entity, definition_version, at, rows_read, applied, unchanged,"
                        + " waiting, quarantined, dropped, held, derived, clocked, deleted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.number(),
                batch.flow().system(),
                batch.flow().entity(),
                definitionVersion(tx, batch),
                batch.at(),
                e.read(),
                e.applied(),
                e.unchanged(),
                e.waiting(),
                e.quarantined(),
                e.dropped(),
                e.held(),
                e.derived(),
                e.clocked(),
                e.deleted());
    }

    private static void requireSum(Batch batch) {
        if (!batch.equation().addsUp()) {
            throw new StoreException(
                    "批次 " + batch.number() + "（" + batch.flow() + "）的去向合计不等于读取数（" + batch.equation()
                            + "），整批拒绝提交，来源位置不变。这是程序错误，请连同此信息报告。",
                    "Batch " + batch.number() + " (" + batch.flow() + ") does not add up (" + batch.equation()
                            + "); it is refused as a whole and the position stays. This is an error in the program; report it"
                            + " with this message.",
                    false);
        }
    }

    private static long definitionVersion(Transaction tx, Batch batch) throws SQLException {
        Optional<Long> known = tx.first(
                "select id from definition_version where version = ?", row -> row.number(1), batch.definitions());
        if (known.isPresent()) {
            return known.get();
        }
        // one of two that race for it waits for the other, and both get the same number
        return tx.insertReturningId(
                "insert into definition_version (version, at) values (?, ?)"
                        + " on conflict (version) do update set version = excluded.version returning id",
                batch.definitions(),
                batch.at());
    }

    public Optional<Batch> find(long number) {
        return database.read(tx -> tx.first(COLUMNS + " where b.number = ?", Batches::batch, number));
    }

    /** The newest first, before the given number. */
    public List<Batch> list(Optional<String> system, Optional<String> entity, Optional<Long> before, int limit) {
        return database.read(tx -> {
            Where where = new Where()
                    .and("b.system = ?", system)
                    .and("b.entity = ?", entity)
                    .and("b.number < ?", before);
            return tx.query(
                    COLUMNS + where.sql() + " order by b.number desc limit ?", Batches::batch, where.args(limit));
        });
    }

    /** The equation of everything that was ever read of each flow. */
    public Map<Flow, Equation> totals() {
        return database.read(tx -> {
            Map<Flow, Equation> totals = new LinkedHashMap<>();
            tx.forEach(
                    "select " + SUMS + ", b.system, b.entity from batch b group by b.system, b.entity"
                            + " order by b.system, b.entity",
                    row -> totals.put(new Flow(row.text(11), row.text(12)), equation(row)));
            return totals;
        });
    }

    private static Equation equation(Row row) throws SQLException {
        return new Equation(
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.number(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9),
                row.number(10));
    }

    private static Batch batch(Row row) throws SQLException {
        return new Batch(
                row.number(11), new Flow(row.text(12), row.text(13)), row.text(14), row.instant(15), equation(row));
    }
}
