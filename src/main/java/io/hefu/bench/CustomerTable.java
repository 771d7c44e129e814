package io.hefu.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The table of customers: 18 columns, in the source on PostgreSQL and, alike, in the target on MariaDB. */
final class CustomerTable {
    static final List<String> COLUMNS = List.of(
            "number",
            "name",
            "tax_number",
            "short_name",
            "province",
            "city",
            "address",
            "contact",
            "phone",
            "mail",
            "industry",
            "level",
            "currency",
            "credit_limit",
            "balance",
            "payment_days",
            "active",
            "founded");
    private static final int LINES_A_PIECE = 2_000;

    /** The key compares by bytes, so that a sweep can walk its index. */
    private static final String SOURCE = """
            create table customers (
                number varchar(20) collate "C" primary key, name varchar(120) not null, tax_number varchar(18),
                short_name varchar(60), province varchar(20), city varchar(20), address varchar(200),
                contact varchar(40), phone varchar(40), mail varchar(80), industry varchar(40), level varchar(1),
                currency varchar(3), credit_limit numeric(15,2), balance numeric(15,2), payment_days integer,
                active boolean, founded date)
            """;

    private static final String TARGET = """
            create table customers (
                number varchar(20) primary key, name varchar(120) not null, tax_number varchar(18),
                short_name varchar(60), province varchar(20), city varchar(20), address varchar(200),
                contact varchar(40), phone varchar(40), mail varchar(80), industry varchar(40), level varchar(1),
                currency varchar(3), credit_limit decimal(15,2), balance decimal(15,2), payment_days integer,
                active boolean, founded date) engine = InnoDB
            """;

    private CustomerTable() {}

    static void fill(Connection postgres, int rows) throws SQLException {
        try (Statement statement = postgres.createStatement()) {
            statement.execute("drop table if exists customers");
            statement.execute(SOURCE);
            CopyIn copy = postgres.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy customers (" + String.join(", ", COLUMNS) + ") from stdin");
            StringBuilder piece = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                Companies.line(i, piece);
                if (i % LINES_A_PIECE == LINES_A_PIECE - 1 || i == rows - 1) {
                    byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    piece.setLength(0);
                }
            }
            copy.endCopy();
            statement.execute("vacuum analyze customers");
        }
    }

    static void emptyTarget(Connection mariadb) throws SQLException {
        try (Statement statement = mariadb.createStatement()) {
            statement.execute("drop table if exists customers");
            statement.execute(TARGET);
        }
    }

    static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from customers")) {
            result.next();
            return result.getLong(1);
        }
    }
}
