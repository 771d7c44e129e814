package io.hefu.demo.company.databases;

import io.hefu.demo.company.books.Order;
import io.hefu.servers.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** Someone who works in the ERP while the demo runs. */
public final class ErpClerk {
    private final Login owner;

    public ErpClerk(Login owner) {
        this.owner = owner;
    }

    /** Enters an order with its lines in one transaction. */
    public void enter(Order order) throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            ErpDatabase.orders(new Tables(connection), List.of(order));
            connection.commit();
        }
    }

    /** Approves an order that is there. */
    public void approve(String orderNumber, LocalDateTime when) throws SQLException {
        OffsetDateTime now = ErpDatabase.at(when);
        must(
                "update erp.sal_order set document_status = 'C', approve_date = ?, modified_at = ? where order_no = ?",
                now,
                now,
                orderNumber);
    }

    /** Corrects a customer's address, by the customer's code. */
    public void moveHouse(String customerCode, String address, LocalDateTime when) throws SQLException {
        must(
                "update erp.bd_customer set address = ?, modified_at = ? where cust_code = ?",
                address,
                ErpDatabase.at(when),
                customerCode);
    }

    private void must(String sql, Object... values) throws SQLException {
        try (Connection connection = owner.connect()) {
            if (new Tables(connection).change(sql, values) != 1) {
                throw new IllegalArgumentException("nothing in the ERP has the key " + values[values.length - 1]);
            }
        }
    }
}
