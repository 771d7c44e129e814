package io.hefu.adapters.jdbc;

import io.hefu.systems.OutgoingRow;
import java.util.List;
import java.util.Map;

/**
 * An outgoing row whose cells fit their columns.
 *
 * @param place among the rows of its write
 * @param key as its column holds it; Java null when the database gives it
 * @param values as they are bound, in the order of the group's columns
 * @param children per child table its rows; a table whose cell the row does not carry is not touched
 */
@SuppressWarnings("ArrayRecordComponent") // bound as they are; never compared
record Planned(
        int place, OutgoingRow row, Object key, Object[] values, Map<ChildTable, List<Map<String, Object>>> children) {}
