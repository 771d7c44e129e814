package io.hefu.systems;

/** What a write does. */
public enum WriteOperation {
    CREATE,
    UPDATE,
    DELETE
}
