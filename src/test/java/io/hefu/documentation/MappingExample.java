package io.hefu.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.mapping.Home;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** A mapping in the guide with what it makes of rows: compiled as the product does, and tried line by line. */
record MappingExample(GuideFile file, List<ExampleLine> lines, Locale locale, Path home) {

    /** What is not as the guide says. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Matcher names = file.mapping().orElseThrow();
        Mapping mapping = mapping(names.group(1), names.group(2));
        for (ExampleLine line : lines) {
            String where = file.block() + " " + line.row().entries().keySet() + " " + line.arrow() + " " + line.right();
            try {
                if (line.isRead()) {
                    reads(mapping, line, where);
                }
                if (line.isWritten()) {
                    writes(mapping, line, where);
                }
            } catch (AssertionError difference) {
                differences.add(difference.getMessage());
            }
        }
        return differences;
    }

    private Mapping mapping(String system, String entity) {
        Optional<Mapping> shipped = compiled(Installation.SHIPPED).find(system, entity);
        if (file.isExampleOfFields()) {
            write(system, entity, shipped);
        } else {
            file.putInto(home);
        }
        return compiled(home).find(system, entity).orElseThrow();
    }

    private static Mappings compiled(Path home) {
        Violations violations = new Violations();
        Mappings mappings = Home.compile(home, violations);
        violations.throwIfAny();
        return mappings;
    }

    /** A mapping of these fields alone. */
    private void write(String system, String entity, Optional<Mapping> shipped) {
        String resource = shipped.map(mapping -> mapping.read()
                        .map(side -> side.resource())
                        .orElseGet(() -> mapping.write().orElseThrow().resource()))
                .orElse("example");
        List<String> written = new ArrayList<>(List.of(
                "system: " + system,
                "entity: " + entity,
                "partial: true",
                "read: {resource: " + resource + ", key: id}",
                "fields:"));
        file.content().forEach(line -> written.add("  " + line));
        Set<String> back = lines.stream()
                .filter(ExampleLine::isWritten)
                .flatMap(line -> line.record().entries().keySet().stream())
                .collect(Collectors.toSet());
        if (!back.isEmpty()) {
            written.add("write: {create: {fields: [" + String.join(", ", back) + "]}}");
        }
        try {
            Path path = home.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, written);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void reads(Mapping mapping, ExampleLine line, String where) {
        MappedRow mapped = mapping.toRecord(row(line.cells()));
        if (line.refusal().isPresent()) {
            assertThat(mapped).as(where).isInstanceOf(MappedRow.Faulty.class);
            assertThat(((MappedRow.Faulty) mapped)
                            .faults().stream()
                                    .map(fault -> fault.what().in(locale) + "; "
                                            + fault.attempt().in(locale))
                                    .collect(Collectors.joining("\n")))
                    .as(where)
                    .contains(line.refusal().get());
        } else if (line.decision().isPresent()) {
            assertThat(mapped).as(where).isInstanceOf(MappedRow.Dropped.class);
            assertThat(((MappedRow.Dropped) mapped).decision().in(locale))
                    .as(where)
                    .contains(line.decision().get());
        } else {
            assertThat(mapped).as(where).isInstanceOf(MappedRow.Mapped.class);
            assertThat(Shown.record(((MappedRow.Mapped) mapped).record()))
                    .as(where)
                    .isEqualTo(ExampleLine.plain(line.record()));
        }
    }

    private static Row row(Map<String, Object> cells) {
        List<Column> columns = cells.keySet().stream()
                .map(name -> new Column(name, ColumnType.UNKNOWN, ""))
                .toList();
        return new Row(new Shape(columns), cells.values().toArray());
    }

    private void writes(Mapping mapping, ExampleLine line, String where) {
        WriteSide side = mapping.write().orElseThrow();
        Dictionary dictionary = Installation.dictionary(home);
        Record record = record(dictionary, mapping.entity(), line.record());
        Set<FieldType> fields = record.type().fields().stream()
                .filter(field -> line.record().has(field.name()))
                .collect(Collectors.toSet());
        assertThat(Shown.cells(side.toCells(record, fields, known -> Optional.empty())))
                .as(where)
                .isEqualTo(ExampleLine.plain(line.row()));
    }

    private static Record record(Dictionary dictionary, EntityType entity, YamlMap written) {
        Object[] values = new Object[entity.fields().size()];
        written.entries().forEach((name, node) -> {
            FieldType field = entity.field(name);
            values[field.index()] = value(dictionary, field, node);
        });
        return Record.ofOwned(entity, values);
    }

    private static Object value(Dictionary dictionary, FieldType field, YamlNode node) {
        if (node instanceof YamlList list) {
            EntityType part = dictionary.entity(((DataType.ListOf) field.type()).part());
            return list.items().stream()
                    .map(item -> record(dictionary, part, (YamlMap) item))
                    .toList();
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.kind() == YamlScalar.Kind.NOTHING ? Record.Nothing.NULL : Shown.read(field, scalar.text());
    }
}
