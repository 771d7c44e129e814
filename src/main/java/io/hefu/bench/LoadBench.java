package io.hefu.bench;

import io.hefu.definition.Text;
import io.hefu.servers.Login;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures a load of customers: rounds of everything in turn, so that a slow moment of the machine hits all alike. */
final class LoadBench {
    /** Measured and forgotten, so that the first subject does not pay for the compiler alone. */
    private static final int WARMING_ROWS = 100_000;

    private final LoadOptions options;
    private final Progress progress;

    LoadBench(LoadOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    Measured run() throws Exception {
        Path folder = Files.createTempDirectory("hefu-bench");
        try {
            progress.say(Text.of("启动 PostgreSQL 和 MariaDB …", "PostgreSQL and MariaDB are started …"));
            try (BenchServers servers = new BenchServers(options, folder)) {
                return measure(servers);
            }
        } finally {
            delete(folder);
        }
    }

    private Measured measure(BenchServers servers) throws Exception {
        Meter meter = new Meter(new CpuClock(servers.processes()));
        progress.say(Text.of("预热 …", "warming up …"));
        round(servers, meter, Math.min(WARMING_ROWS, options.rows()), 0);
        List<List<Figure>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            rounds.add(round(servers, meter, options.rows(), round));
        }
        return new Measured(options, machine(), rounds);
    }

    private List<Figure> round(BenchServers servers, Meter meter, int rows, int number) throws Exception {
        Login source = source(servers, rows, number);
        List<Figure> figures = new ArrayList<>();
        Login target = target(servers);
        figures.add(meter.measure(Subject.LIMIT, rows, () -> new BareCopy(source, target).run()));
        requireAll(target, rows);
        progress.measured(number, figures.get(0));
        return figures;
    }

    private Login source(BenchServers servers, int rows, int round) throws SQLException {
        if (round > 1) {
            return servers.there("source");
        }
        progress.say(Text.of("生成 %s 行客户 …", "%s customers are made …", rows));
        Login source = servers.postgres("source");
        try (Connection connection = BenchServers.connect(source)) {
            CustomerTable.fill(connection, rows);
        }
        return source;
    }

    private static Login target(BenchServers servers) throws SQLException {
        Login target = servers.mariadb("target");
        try (Connection connection = BenchServers.connect(target)) {
            CustomerTable.emptyTarget(connection);
        }
        return target;
    }

    private static void requireAll(Login target, int rows) throws SQLException {
        try (Connection connection = BenchServers.connect(target)) {
            long arrived = CustomerTable.count(connection);
            if (arrived != rows) {
                throw new IllegalStateException(arrived + " of " + rows + " rows arrived");
            }
        }
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(collector -> collector.getName())
                .collect(Collectors.joining(", "));
        return runtime.availableProcessors() + " CPU, Java " + Runtime.version().feature() + ", heap "
                + (runtime.maxMemory() >> 20) + " MB, " + collectors;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
