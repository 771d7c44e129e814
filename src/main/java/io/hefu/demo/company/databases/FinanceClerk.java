package io.hefu.demo.company.databases;

import io.hefu.demo.company.books.Receipt;
import io.hefu.servers.Login;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/** Someone who works in finance while the demo runs. */
public final class FinanceClerk {
    private final Login owner;

    public FinanceClerk(Login owner) {
        this.owner = owner;
    }

    /** Registers a payment: the receipt, its allocation and the receivable's new balance, in one transaction. */
    public void register(Receipt receipt) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            Tables tables = new Tables(connection);
            FinanceDatabase.receipts(tables, List.of(receipt));
            for (Receipt.Allocation to : receipt.allocations()) {
                settle(tables, to, receipt.updated());
            }
            connection.commit();
        }
    }

    private static void settle(Tables tables, Receipt.Allocation to, LocalDateTime when) throws SQLException {
        int paid = tables.change(
                "update yingshou set zt = if(ye = ?, '已核销', '部分核销'), ye = ye - ?, gxsj = ? where ysdh = ? and ye >= ?",
                to.amount(),
                to.amount(),
                when,
                to.receivable(),
                to.amount());
        if (paid != 1) {
            throw new IllegalArgumentException("the receivable " + to.receivable() + " does not owe " + to.amount());
        }
    }

    /** What a receivable still owes. */
    public BigDecimal balance(String receivable) throws SQLException {
        try (Connection connection = owner.connect();
                PreparedStatement query = connection.prepareStatement("select ye from yingshou where ysdh = ?")) {
            query.setString(1, receivable);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("finance has no receivable " + receivable);
                }
                return row.getBigDecimal(1);
            }
        }
    }
}
