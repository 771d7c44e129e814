package io.hefu.servers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A process of its own that starts both database servers in the directory given, says so, and waits to be killed. */
final class Starter {
    private Starter() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        CompletableFuture<MariaDbServer> mariadb =
                CompletableFuture.supplyAsync(() -> MariaDbServer.start(directory.resolve("m")));
        PostgresServer.start(directory.resolve("p"));
        mariadb.join();
        System.out.println("both are up");
        Thread.sleep(600_000);
    }
}
