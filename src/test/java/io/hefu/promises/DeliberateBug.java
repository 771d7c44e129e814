package io.hefu.promises;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Mistakes that a hub could make when it starts again after a crash; the judge must find what they do. */
enum DeliberateBug {
    NONE(""),
    /** Whatever was begun is sent once more, without asking the target. */
    SENDS_AGAIN("update wanted set state = 'pending' where state in ('intended', 'unknown')"),
    /** Whatever was begun is taken for done. */
    TAKES_FOR_DONE("delete from wanted where state = 'intended'");

    private final String sql;

    DeliberateBug(String sql) {
        this.sql = sql;
    }

    static DeliberateBug of(String name) {
        return name.isEmpty() ? NONE : valueOf(name);
    }

    void before(Path hub) {
        if (this == NONE || !Files.exists(hub)) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + hub);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException noTableYet) {
            System.out.println("nothing to spoil yet: " + noTableYet.getMessage());
        }
    }
}
