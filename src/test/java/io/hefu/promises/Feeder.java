package io.hefu.promises;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Enters numbered customers and receivables into the sources, changes some names, and knows what it entered. */
final class Feeder {
    private static final int CUSTOMERS_A_STEP = 5;

    private final Random random;
    private final int days;
    private final Connection erp;
    private final Connection finance;
    private final Map<String, String> names = new LinkedHashMap<>();
    private int receivables;

    /** @param days over which the receivables fall due */
    Feeder(KillWorld world, Random random, int days) throws SQLException {
        this.random = random;
        this.days = days;
        this.erp = world.erp.connect();
        this.finance = world.finance.connect();
    }

    /** What a target must hold in the end: the last name of every number. */
    Map<String, String> names() {
        return names;
    }

    int receivables() {
        return receivables;
    }

    static String receivable(int number) {
        return "YS-%05d".formatted(number);
    }

    /** A few new customers, a receivable of one of them, and one customer renamed. */
    void step() throws SQLException {
        customersOnly();
        receive();
    }

    void customersOnly() throws SQLException {
        for (int i = 0; i < CUSTOMERS_A_STEP; i++) {
            customer();
        }
        rename();
    }

    private void customer() throws SQLException {
        String number = "C%06d".formatted(names.size() + 1);
        String name = "客户" + (names.size() + 1) + "号";
        try (PreparedStatement insert =
                erp.prepareStatement("insert into customer (id, number, name, salesman) values (?, ?, ?, 'S1')")) {
            insert.setString(1, String.valueOf(names.size() + 1));
            insert.setString(2, number);
            insert.setString(3, name);
            insert.executeUpdate();
        }
        names.put(number, name);
    }

    private void rename() throws SQLException {
        String number = any();
        String name = names.get(number) + "改";
        try (PreparedStatement update =
                erp.prepareStatement("update customer set name = ?, changed = nextval('tick') where number = ?")) {
            update.setString(1, name);
            update.setString(2, number);
            update.executeUpdate();
        }
        names.put(number, name);
    }

    /** Some refer to a customer that the hub has not read yet, and wait. */
    private void receive() throws SQLException {
        receivables++;
        try (PreparedStatement insert = finance.prepareStatement(
                "insert into receivable (no, client, due, gross, open) values (?, ?, ?, 100.00, 100.00)")) {
            insert.setString(1, receivable(receivables));
            insert.setString(2, any());
            insert.setObject(3, KillWorld.DUE.plusDays(receivables % days));
            insert.executeUpdate();
        }
    }

    private String any() {
        return "C%06d".formatted(1 + random.nextInt(names.size()));
    }
}
