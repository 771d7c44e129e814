package io.hefu.systems;

import java.util.Map;
import java.util.Optional;

/**
 * A record on its way into a system.
 *
 * @param token names this row among those of one write, and is a stable idempotency key where the system takes one
 * @param key the record's key there; empty when it is to be created and the system gives the key
 * @param cells column to cell, of the classes that {@link ColumnType} names; Java null writes the system's null; a
 *     column that is not in the map is not touched
 */
public record OutgoingRow(String token, Optional<String> key, Map<String, Object> cells) {}
