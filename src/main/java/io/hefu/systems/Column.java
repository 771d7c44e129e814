package io.hefu.systems;

/**
 * A column of a resource, or a top-level key of its JSON records.
 *
 * @param declared the type in the system's own words, such as {@code varchar(40)} or {@code string}; for messages
 */
public record Column(String name, ColumnType type, String declared) {}
