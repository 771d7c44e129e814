package io.hefu.mapping;

import io.hefu.definition.Position;

/**
 * A field of the source that the mapping knows.
 *
 * @param name top-level column or key
 * @param mapped false when it is dropped by decision
 * @param always whether every record must carry it
 */
public record SourceField(String name, boolean mapped, boolean always, Position position) {}
