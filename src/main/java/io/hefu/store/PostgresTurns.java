package io.hefu.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's advisory locks, all held by one session of this process. The server gives them back when the session ends; of
 * a machine that is gone without a word it learns within a minute.
 */
final class PostgresTurns implements Turns {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTurns.class);
    private static final int ANSWER_SECONDS = 5;
    private static final String KEEP_ALIVE =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

    private final HubSettings settings;
    private Connection session; // guarded by this; Java null until needed and after a failure

    PostgresTurns(HubSettings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized boolean take(String what) throws SQLException {
        if (session == null || !session.isValid(ANSWER_SECONDS)) {
            end();
            session = open();
        }
        return ask("select pg_try_advisory_lock(hashtextextended(?, 0))", what);
    }

    @Override
    public synchronized void giveBack(String what) {
        try {
            if (session != null) {
                ask("select pg_advisory_unlock(hashtextextended(?, 0))", what);
            }
        } catch (SQLException broken) {
            LOG.debug("A turn at {} was lost before it was given back", what, broken);
            end();
        }
    }

    private boolean ask(String question, String what) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setString(1, "hefu/" + what);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private Connection open() throws SQLException {
        Properties login = new Properties();
        settings.user().ifPresent(user -> login.setProperty("user", user));
        settings.password().ifPresent(password -> login.setProperty("password", password));
        login.setProperty("ApplicationName", "hefu turns");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("socketTimeout", "30");
        Connection opened = DriverManager.getConnection(settings.url(), login);
        try (Statement statement = opened.createStatement()) {
            statement.execute(KEEP_ALIVE);
            return opened;
        } catch (SQLException fault) {
            opened.close();
            throw fault;
        }
    }

    private void end() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException gone) {
            LOG.debug("The session of the turns was gone already", gone);
        } finally {
            session = null;
        }
    }

    @Override
    public synchronized void close() {
        end();
    }
}
