package io.hefu.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database: its JDBC URL, a user and that user's password. */
public record Login(String jdbcUrl, String user, String password) {
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** The password is left out, so that a log never shows it. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
