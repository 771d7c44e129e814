package io.hefu.mapping;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.expression.Expressions;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.Systems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Compiles one mapping file. */
final class FileCompiler {
    private final YamlMap root;
    private final EntityType entity;
    private final MappingContext in;
    private final LevelCompiler level;
    private final Optional<YamlMap> read;
    private final YamlMap dropped;

    FileCompiler(
            DefinitionFile file,
            SystemDefinition system,
            EntityType entity,
            Dictionary dictionary,
            Systems systems,
            Expressions expressions,
            Predicate<String> isMapped,
            Violations violations) {
        this.root = file.root();
        this.entity = entity;
        this.read = root.map("read");
        this.dropped = root.map("dropped").orElseGet(() -> new YamlMap(root.position(), Map.of()));
        this.in = new MappingContext(
                system,
                dictionary,
                systems,
                new ExpressionCompiler(expressions, violations),
                isMapped,
                read.flatMap(map -> MappingContext.charset(map, "charset", violations))
                        .orElse(StandardCharsets.UTF_8),
                violations);
        this.level = new LevelCompiler(
                in, entity, root.map("fields").orElse(new YamlMap(root.position(), Map.of())), Optional.empty());
    }

    Mapping compile() {
        List<CompiledField> fields = level.compile();
        Optional<ReadSide> readSide = read.map(map -> new ReadCompiler(in, map).compile());
        Optional<CompiledMapping.Only> only = read.flatMap(map -> new ReadCompiler(in, map).only(level));
        Optional<Belonging> belonging =
                root.map("belongs").map(belongs -> new BelongsCompiler(in, entity, level, belongs).compile());
        Optional<CellPath> key = readSide.map(side -> CellPath.of(side.key(), level.slots()));
        Optional<WriteSide> writeSide = root.map("write")
                .map(write -> new WriteCompiler(in, entity, root, write, fields)
                        .compile(readSide.map(ReadSide::children).orElse(List.of())));
        read.ifPresent(map -> new ReadCompiler(in, map).sources(level.sources()));
        check(fields, readSide, writeSide);
        String version =
                MappingVersion.of(root, entity, in.dictionary(), in.system().zone());
        return new CompiledMapping(
                in.system().id(),
                entity,
                version,
                Long.parseUnsignedLong(version, 16),
                root.position(),
                readSide,
                writeSide,
                key,
                level.level(fields, Optional.empty()),
                level.plan(),
                only,
                belonging,
                level.sources().record());
    }

    private void check(List<CompiledField> fields, Optional<ReadSide> readSide, Optional<WriteSide> writeSide) {
        if (readSide.isEmpty() && writeSide.isEmpty()) {
            in.refuse(
                    root.position(),
                    Text.of("既不读也不写", "it neither reads nor writes"),
                    Text.of("添加 read 或 write", "add read: or write:"));
        }
        if (readSide.isPresent() && !root.isTrue("partial")) {
            level.refuseMissing(
                    fields,
                    Text.of(
                            "映射它们；若这个系统只提供部分字段，声明 partial: true",
                            "map them; if this system gives some of the fields only, declare partial: true"));
        }
        readSide.ifPresent(side ->
                refuseUnknownResource(side.resource(), read.orElseThrow().at("resource")));
        writeSide
                .filter(side -> !side.resource().isEmpty())
                .ifPresent(side -> refuseUnknownResource(
                        side.resource(), root.map("write").orElseThrow().at("resource")));
        new DropCompiler(in, dropped, level.sources()).compile();
    }

    /** Systems that describe their resources in their file have no others; of a database, any table will do. */
    private void refuseUnknownResource(String resource, Position position) {
        Optional<YamlMap> resources = in.system().settings().map("resources");
        boolean closed = resources.isPresent() && in.system().kind().equals("http");
        if (closed && !resources.get().has(resource)) {
            in.refuse(
                    position,
                    Text.of(
                            "系统 %s 没有资源 %s",
                            "the system %s has no resource %s", in.system().id(), resource),
                    Spelling.listed(resources.get().entries().keySet()),
                    Spelling.didYouMean(
                            resource,
                            resources.get().entries().keySet(),
                            Text.of(
                                    "在 %s 中定义它",
                                    "define it in %s",
                                    in.system().settings().position().file())));
        }
    }
}
