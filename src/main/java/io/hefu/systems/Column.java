package io.hefu.systems;

import java.util.Optional;

/**
 * A column of a resource, or a top-level key of its JSON records.
 *
 * @param declared the type in the system's own words, such as {@code varchar(40)} or {@code string}; for messages
 * @param inside of child rows that hang here as a list: their shape, as their own resource gives it
 */
public record Column(String name, ColumnType type, String declared, Optional<Shape> inside) {
    public Column(String name, ColumnType type, String declared) {
        this(name, type, declared, Optional.empty());
    }
}
