package io.hefu.adapters.jdbc;

import io.hefu.definition.Text;
import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One write under way: each chunk is a transaction; a chunk that fails for the sake of a row is halved until that row
 * stands alone, so that it is refused with its reason and the others are written.
 */
final class TableWrite {
    private static final int CHUNK = 5_000;
    private static final int COLLISIONS = 3;

    private final Connection connection;
    private final JdbcFaults faults;
    private final RowFaults rowFaults;
    private final String resource;
    private final WriteResult[] results;
    private boolean anyCommitted;
    private boolean lost;
    private WriteResult brokenOff;

    TableWrite(Connection connection, JdbcFaults faults, RowFaults rowFaults, String resource, int rows) {
        this.connection = connection;
        this.faults = faults;
        this.rowFaults = rowFaults;
        this.resource = resource;
        this.results = new WriteResult[rows];
    }

    void refuse(int place, Text reason) {
        results[place] = new WriteResult.Rejected(reason, false);
    }

    List<WriteResult> results() {
        return List.of(results);
    }

    void write(WriteStep step, List<Planned> rows) {
        for (int start = 0; start < rows.size(); start += CHUNK) {
            attempt(step, rows.subList(start, Math.min(rows.size(), start + CHUNK)), 0);
        }
    }

    private void attempt(WriteStep step, List<Planned> rows, int collisions) {
        if (brokenOff != null) {
            answer(rows, brokenOff);
            return;
        }
        List<WriteResult> answers;
        try {
            answers = step.write(connection, rows);
        } catch (SQLException failed) {
            rollback();
            afterFault(step, rows, failed, collisions);
            return;
        }
        commit(step, rows, answers, collisions);
    }

    private void commit(WriteStep step, List<Planned> rows, List<WriteResult> answers, int collisions) {
        try {
            connection.commit();
            anyCommitted = true;
            for (int i = 0; i < rows.size(); i++) {
                results[rows.get(i).place()] = answers.get(i);
            }
        } catch (SQLException failed) {
            if (saidNo(failed)) {
                rollback();
                afterFault(step, rows, failed, collisions);
                return;
            }
            answer(rows, new WriteResult.Unknown(unknown()));
            brokenOff = new WriteResult.Rejected(faults.told(failed, resource).what(), true);
        }
    }

    /** Whether a failed commit was answered: a constraint that is checked late, a collision. */
    private boolean saidNo(SQLException failed) {
        return switch (faults.kind(failed)) {
            case ROW, COLLISION -> true;
            default -> false;
        };
    }

    private void afterFault(WriteStep step, List<Planned> rows, SQLException failed, int collisions) {
        Database.FaultKind kind = lost ? Database.FaultKind.LOST : faults.kind(failed);
        switch (kind) {
            case ROW, OTHER -> halve(step, rows, failed);
            case COLLISION -> again(step, rows, failed, collisions + 1);
            case BUSY -> answer(rows, rejected(failed, true));
            case LOST -> breakOff(rows, failed, true);
            default -> breakOff(rows, failed, false);
        }
    }

    private void halve(WriteStep step, List<Planned> rows, SQLException failed) {
        if (rows.size() == 1) {
            refuse(rows.get(0).place(), rowFaults.of(failed, rows.get(0)));
            return;
        }
        int middle = rows.size() / 2;
        attempt(step, rows.subList(0, middle), 0);
        attempt(step, rows.subList(middle, rows.size()), 0);
    }

    private void again(WriteStep step, List<Planned> rows, SQLException failed, int collisions) {
        if (collisions > COLLISIONS) {
            answer(rows, rejected(failed, true));
        } else {
            attempt(step, rows, collisions);
        }
    }

    private void breakOff(List<Planned> rows, SQLException failed, boolean retryable) {
        if (!anyCommitted) {
            throw faults.told(failed, resource);
        }
        brokenOff = rejected(failed, retryable);
        answer(rows, brokenOff);
    }

    private WriteResult rejected(SQLException failed, boolean retryable) {
        return new WriteResult.Rejected(faults.told(failed, resource).what(), retryable);
    }

    private static Text unknown() {
        return Text.of(
                "提交时连接断了，不知道写进去没有",
                "the connection broke while the transaction was being committed: it may or may not be there");
    }

    private void answer(List<Planned> rows, WriteResult result) {
        rows.forEach(row -> results[row.place()] = result);
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // a lost connection takes its transaction with it; what follows on it fails and says so
            lost = true;
        }
    }
}
