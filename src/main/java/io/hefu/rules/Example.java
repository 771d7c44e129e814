package io.hefu.rules;

import io.hefu.definition.Position;
import io.hefu.dictionary.Record;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A record and what the rule must make of it; run whenever the rule is compiled.
 *
 * @param expect {@code hold}, {@code warn}, {@code remind} or {@code nothing}
 */
public record Example(Record given, Optional<Record> before, LocalDate today, String expect, Position position) {}
