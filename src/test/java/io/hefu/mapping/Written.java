package io.hefu.mapping;

import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes a record back through the mapping that a test has just read with: all that it has may go out. */
final class Written {
    private Written() {}

    static Map<String, Object> cells(Path folder, Mapping mapping, Record record) {
        return cells(folder, mapping, record, known -> Optional.empty());
    }

    static Map<String, Object> cells(
            Path folder, Mapping mapping, Record record, Function<Reference.Known, Optional<String>> keys) {
        WriteSide side = writable(folder, mapping);
        Map<String, Object> cells = new LinkedHashMap<>(side.toCells(record, side.createFields(), keys));
        if (record.list(record.type().field("lines")).isEmpty()) {
            // a list is never absent: every record says at least that it is empty
            cells.remove("rows");
        }
        return cells;
    }

    static WriteSide writable(Path folder, Mapping mapping) {
        try {
            String file = Files.readString(folder.resolve("mappings/crm/deal.mapping.yaml"));
            String content = file.substring(file.indexOf("read:")) + "write: {create: {find: no}}\n";
            return Home.in(folder)
                    .dealFile(content)
                    .mapping("crm", mapping.entity().name())
                    .write()
                    .orElseThrow();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
