package io.hefu.adapters.jdbc;

import io.hefu.definition.YamlMap;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.SystemDefinition;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far a resource is read again, in its own measure: a number or a written time goes back otherwise than a time. */
final class Overlaps {
    private static final long NUMBERS = 1000;

    private Overlaps() {}

    static Watermark.Overlap of(SystemDefinition system, ReadRequest request) {
        Optional<YamlMap> resource = system.resource(request.resource());
        long numbers = resource.flatMap(map -> map.text("overlapNumbers"))
                .map(Long::parseLong)
                .orElse(NUMBERS);
        return new Watermark.Overlap(
                request.overlap(),
                request.overlap().isZero() ? 0 : numbers,
                resource.flatMap(map -> map.text("changedFormat")).map(DateTimeFormatter::ofPattern));
    }
}
