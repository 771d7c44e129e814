package io.hefu.bench;

import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.servers.Login;
import io.hefu.store.HubSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures a load of customers: rounds of everything in turn, so that a slow moment of the machine hits all alike. */
final class LoadBench {
    /** Measured and forgotten, so that the first subject does not pay for the compiler alone. */
    private static final int WARMING_ROWS = Integer.getInteger("hefu.bench.warm", 100_000);

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
                return measure(servers, folder);
            }
        } finally {
            delete(folder);
        }
    }

    private Measured measure(BenchServers servers, Path folder) throws Exception {
        Meter meter = new Meter(new CpuClock(servers.processes()));
        progress.say(Text.of("预热 …", "warming up …"));
        round(servers, folder, meter, Math.min(WARMING_ROWS, options.rows()), 0);
        List<List<Figure>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            rounds.add(round(servers, folder, meter, options.rows(), round));
        }
        return new Measured(options, machine(), rounds);
    }

    private List<Figure> round(BenchServers servers, Path folder, Meter meter, int rows, int number) throws Exception {
        Login source = source(servers, rows, number);
        List<Figure> figures = new ArrayList<>();
        Login target = target(servers);
        figures.add(told(number, meter.measure(Subject.LIMIT, rows, () -> new BareCopy(source, target).run())));
        requireAll(target, rows);
        Login hub = servers.postgres("hub");
        HubSettings postgres = new HubSettings(hub.jdbcUrl(), Optional.of(hub.user()), Optional.of(hub.password()));
        whole(postgres, source, target(servers), folder, rows, Subject.WAY, Subject.SWEEP, meter, number, figures);
        Path file = folder.resolve("hub-" + number + ".db");
        HubSettings sqlite = HubSettings.of("jdbc:sqlite:" + file);
        whole(
                sqlite,
                source,
                target(servers),
                folder,
                rows,
                Subject.WAY_SQLITE,
                Subject.SWEEP_SQLITE,
                meter,
                number,
                figures);
        return figures;
    }

    private void whole(
            HubSettings settings,
            Login source,
            Login target,
            Path folder,
            int rows,
            Subject way,
            Subject sweep,
            Meter meter,
            int round,
            List<Figure> figures)
            throws Exception {
        Path home = folder.resolve("home");
        BenchHome.write(home, settings, source, target);
        try (MeasuredHub hub = new MeasuredHub(home)) {
            figures.add(told(round, meter.measure(way, rows, hub::load)));
            requireAll(target, rows);
            figures.add(told(round, meter.measure(sweep, rows, () -> requireUnchanged(hub.sweep(), rows))));
        }
    }

    private static void requireUnchanged(Equation equation, int rows) {
        if (equation.unchanged() != rows || equation.read() != rows) {
            throw new IllegalStateException("the sweep said " + equation);
        }
    }

    private Figure told(int round, Figure figure) {
        progress.measured(round, figure);
        return figure;
    }

    private Login source(BenchServers servers, int rows, int round) throws SQLException {
        if (round > 1) {
            return servers.there("source");
        }
        progress.say(Text.of("生成 %s 行客户 …", "%s customers are made …", rows));
        Login source = servers.postgres("source");
        try (Connection connection = source.connect()) {
            CustomerTable.fill(connection, rows);
        }
        return source;
    }

    private static Login target(BenchServers servers) throws SQLException {
        Login target = servers.mariadb("target");
        try (Connection connection = target.connect()) {
            CustomerTable.emptyTarget(connection);
        }
        return target;
    }

    private static void requireAll(Login target, int rows) throws SQLException {
        try (Connection connection = target.connect()) {
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
