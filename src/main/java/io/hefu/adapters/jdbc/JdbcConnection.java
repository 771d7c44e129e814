package io.hefu.adapters.jdbc;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Text;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A database as a system: a resource is a table, a view, or a query that the system's file declares. */
public final class JdbcConnection implements SystemConnection {
    private final Settings settings;
    private final SystemDefinition system;
    private final Database database;
    private final JdbcOptions options;
    private final Pools pools;
    private final JdbcFaults faults;
    private final Tables tables;
    private final AtomicBoolean mayStage = new AtomicBoolean(true);

    /** @throws SystemFault when the settings cannot be used; connects to nothing yet */
    public JdbcConnection(Settings settings) {
        this.settings = settings;
        system = settings.system();
        String url = settings.required("url");
        database = Database.of(url);
        if (database == null) {
            throw settings.fatal(
                    settings.at("url"),
                    Text.of("不认识的数据库地址", "the url names no known database product"),
                    Text.of(
                            "以 jdbc:postgresql:、jdbc:mariadb:、jdbc:mysql: 或 jdbc:sqlite: 开头",
                            "begin with jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:sqlite:"));
        }
        options = JdbcOptions.of(settings);
        pools = new Pools(database, settings, options);
        faults = new JdbcFaults(settings, database, pools);
        tables = new Tables(database, system);
    }

    /** Work on a connection of a pool. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public String system() {
        return system.id();
    }

    @Override
    public Shape describe(String resource) {
        return lookup(
                resource, connection -> tables.describe(connection, resource).shape());
    }

    private <T> T lookup(String resource, Work<T> work) {
        try (Connection connection = pools.connection(Pools.Use.LOOKUP)) {
            try {
                return work.with(connection);
            } finally {
                rollback(connection);
            }
        } catch (SQLException failed) {
            throw faults.told(failed, resource);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // the fault that broke the connection is the one to tell
            return;
        }
    }

    @Override
    public Reading read(ReadRequest request) {
        try {
            Connection connection = pools.connection(Pools.Use.READING);
            try {
                return reading(connection, request);
            } catch (SQLException | RuntimeException failed) {
                try (connection) {
                    rollback(connection);
                }
                throw failed;
            }
        } catch (SQLException failed) {
            throw faults.told(failed, request.resource());
        }
    }

    private Reading reading(Connection connection, ReadRequest request) throws SQLException {
        Table table = tables.describe(connection, request.resource());
        TableColumn key = column(table, request.key());
        List<TableColumn> changed = changed(table, request);
        Selection selection = selection(table, wanted(request, changed));
        if (request.mode() == ReadRequest.Mode.SWEEP || changed.isEmpty()) {
            return new SweepReading(connection, faults, selection, database, key, request.batchSize());
        }
        ChangesQuery query =
                new ChangesQuery(database, selection, changed, key, Overlaps.of(system, request), options.pageRows());
        UnaryOperator<Watermark> capped =
                mark -> mark.noLaterThan(settings.surroundings().clock().instant(), options.zone());
        Optional<Watermark> from = from(request, changed).map(capped);
        return new ChangesReading(connection, faults, selection, query, from, capped, request.batchSize());
    }

    private static Optional<Watermark> from(ReadRequest request, List<TableColumn> changed) {
        return request.from()
                .flatMap(kept -> Place.parse(kept).changed())
                .flatMap(text -> Watermark.parse(text, changed.get(0).type()));
    }

    private List<TableColumn> changed(Table table, ReadRequest request) {
        if (request.changed().isEmpty()) {
            return List.of();
        }
        List<TableColumn> columns = new ArrayList<>();
        for (String name : request.changed().get().split("\\s*,\\s*")) {
            TableColumn column = column(table, name);
            if (!ChangesQuery.canOrder(column.type())) {
                throw faults.notAWatermark(table.resource(), name);
            }
            columns.add(column);
        }
        return columns;
    }

    private TableColumn column(Table table, String name) {
        return table.column(name).orElseThrow(() -> faults.noSuchColumn(table, name));
    }

    private Selection selection(Table table, List<String> wanted) {
        Set<String> raw = new HashSet<>(system.resource(table.resource())
                .map(resource -> resource.texts("raw"))
                .orElse(List.of()));
        return new Selection(database, table, wanted, raw, options);
    }

    private static List<String> wanted(ReadRequest request, List<TableColumn> changed) {
        if (request.columns().isEmpty()) {
            return List.of();
        }
        List<String> wanted = new ArrayList<>(request.columns());
        wanted.add(request.key());
        changed.forEach(column -> wanted.add(column.name()));
        return wanted;
    }

    @Override
    public List<Row> rowsWith(String resource, String column, List<String> values) {
        return lookup(resource, connection -> {
            Table table = tables.describe(connection, resource);
            RowLookup found = new RowLookup(database, selection(table, List.of()), options);
            return found.with(connection, column(table, column), values);
        });
    }

    @Override
    public boolean canFind(String resource) {
        return true;
    }

    @Override
    public List<Row> find(String resource, Map<String, Object> equal) {
        return lookup(resource, connection -> {
            Table table = tables.describe(connection, resource);
            Map<TableColumn, Object> wanted = new LinkedHashMap<>();
            for (var entry : equal.entrySet()) {
                TableColumn column = column(table, entry.getKey());
                try {
                    wanted.put(column, CellWriter.fitted(entry.getValue(), column, options.zone()));
                } catch (CellWriter.IllegalCell noRowHoldsIt) {
                    return List.of();
                }
            }
            return new RowLookup(database, selection(table, List.of()), options).equal(connection, wanted);
        });
    }

    @Override
    public List<Row> findAny(String resource, String column, List<Object> values) {
        boolean asText = values.stream().allMatch(value -> value instanceof String || value instanceof Long);
        return asText
                ? rowsWith(
                        resource, column, values.stream().map(Object::toString).toList())
                : SystemConnection.super.findAny(resource, column, values);
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows) {
        try (Connection connection = pools.connection(Pools.Use.WRITING)) {
            try {
                return write(connection, resource, key, operation, rows);
            } finally {
                rollback(connection);
            }
        } catch (SQLException failed) {
            throw faults.told(failed, resource);
        }
    }

    private List<WriteResult> write(
            Connection connection, String resource, String key, WriteOperation operation, List<OutgoingRow> rows)
            throws SQLException {
        Table table = tables.describe(connection, resource);
        TableColumn keyColumn = column(table, key);
        List<ChildTable> children = WritePlan.children(tables, connection, system, resource, faults);
        RowFaults rowFaults = new RowFaults(database, table, faults);
        TableWrite write = new TableWrite(connection, faults, rowFaults, resource, rows.size());
        WritePlan plan = new WritePlan(database, table, keyColumn, children, faults, options.zone());
        boolean stage = operation == WriteOperation.UPDATE
                && rows.size() >= database.stagedFrom()
                && canStage(connection, table, key);
        plan.groups(operation, rows, write, rowFaults).forEach((columns, planned) -> {
            WriteStep step = switch (operation) {
                case CREATE -> new InsertStep(database, table, keyColumn, columns, options.zone());
                case UPDATE -> new UpdateStep(database, table, keyColumn, columns, rowFaults, stage, options.zone());
                case DELETE -> new DeleteStep(database, table, keyColumn, children, options.zone());
            };
            write.write(step, planned);
        });
        return write.results();
    }

    /** Whether this login may make temporary tables; asked once. */
    private boolean canStage(Connection connection, Table table, String key) {
        if (!mayStage.get()) {
            return false;
        }
        try {
            Statements.run(
                    connection,
                    database.staging(table.source(), database.quoted(key)).toArray(String[]::new));
        } catch (SQLException refused) {
            mayStage.set(false);
        }
        rollback(connection);
        return mayStage.get();
    }

    @Override
    public void close() {
        pools.close();
    }
}
