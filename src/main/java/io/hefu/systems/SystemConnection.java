package io.hefu.systems;

import java.util.List;
import java.util.Map;

/**
 * A system, reached. One instance serves all flows of its system and is safe for use by several threads; it connects
 * when it is first needed and again after a fault. Every method throws {@link SystemFault}.
 */
public interface SystemConnection extends AutoCloseable {
    /** The id of the system's definition. */
    String system();

    /** The shape of a resource as the system itself describes it; of JSON: as a first page shows it. */
    Shape describe(String resource);

    Reading read(ReadRequest request);

    /**
     * Rows whose column holds one of these values, in any order: reading back by key, or the children of some parents.
     * Values that nothing holds are left out.
     */
    List<Row> rowsWith(String resource, String column, List<String> values);

    /** Whether {@link #find} works for a resource: without it, a create whose answer was lost stays unknown. */
    boolean canFind(String resource);

    /** Rows whose columns hold these values; how a lost create is found again. */
    List<Row> find(String resource, Map<String, Object> equal);

    /** Rows that {@link #find} would find by any of these values of a column; for many at once. */
    default List<Row> findAny(String resource, String column, List<Object> values) {
        return values.stream()
                .flatMap(value -> find(resource, Map.of(column, value)).stream())
                .toList();
    }

    /**
     * Writes rows of one operation.
     *
     * @param key the column that holds the key; a created row's key is answered from it
     * @return one result a row, in the same order. A fault that concerns all of them may be thrown instead when nothing
     *     was sent.
     */
    List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows);

    @Override
    void close();
}
