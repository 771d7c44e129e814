package io.hefu.demo;

import io.hefu.demo.Figures.Sum;
import io.hefu.demo.company.Endpoints;
import io.hefu.servers.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Asks the company's databases themselves, past the hub: they are the judges of what arrived there. */
record Ledgers(Endpoints endpoints) {
    private static final String FINANCE_CURRENCY = "case bz when '人民币' then 'CNY' when '美元' then 'USD' else 'EUR' end";

    Map<String, Sum> approvedOrders() throws SQLException {
        return sums(
                endpoints.erp(),
                "select currency, count(*), sum(gross_amount) from erp.sal_order where document_status = 'C' group by 1");
    }

    Map<String, Sum> ordersInFinance() throws SQLException {
        return sums(
                endpoints.finance(), "select " + FINANCE_CURRENCY + ", count(*), sum(hsje) from dingdan group by 1");
    }

    Map<String, Sum> instalments() throws SQLException {
        return sums(
                endpoints.finance(),
                "select " + FINANCE_CURRENCY + ", count(*), sum(j.je) from shoukuan_jihua j"
                        + " join dingdan d on d.ddh = j.ddh group by 1");
    }

    Map<String, Sum> owed() throws SQLException {
        return sums(
                endpoints.finance(),
                "select " + FINANCE_CURRENCY + ", count(*), sum(ye) from yingshou where ye <> 0 group by 1");
    }

    boolean hasOrder(String number) throws SQLException {
        return count(endpoints.finance(), "select count(*) from dingdan where ddh = ?", number) > 0;
    }

    /** Customers whose key in finance is the ERP's code: those that the hub made there. */
    long customersMadeInFinance() throws SQLException {
        return count(endpoints.finance(), "select count(*) from kehu where khbm like ?", "C%");
    }

    private static Map<String, Sum> sums(Login login, String sql) throws SQLException {
        Map<String, Sum> sums = new TreeMap<>();
        try (Connection connection = login.connect();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sums.put(rows.getString(1), new Sum(rows.getLong(2), rows.getBigDecimal(3)));
            }
        }
        return sums;
    }

    private static long count(Login login, String sql, String value) throws SQLException {
        return Long.parseLong(text(login, sql, value));
    }

    private static String text(Login login, String sql, String value) throws SQLException {
        try (Connection connection = login.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
