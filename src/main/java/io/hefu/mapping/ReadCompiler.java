package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.expression.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles the read side of a mapping. */
record ReadCompiler(MappingContext in, YamlMap read) {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final int BATCH = 1_000;

    ReadSide compile() {
        return new ReadSide(
                read.text("resource").orElse(""),
                read.text("key").orElse(""),
                read.text("changed"),
                read.text("overlap").map(ReadCompiler::duration).orElse(OVERLAP),
                read.text("batch").map(Integer::valueOf).orElse(BATCH),
                read.map("children").map(ReadCompiler::children).orElse(List.of()),
                read.text("vanishing").equals(Optional.of("allowed")),
                !read.text("newFields").equals(Optional.of("report")));
    }

    Optional<CompiledMapping.Only> only(LevelCompiler level) {
        return read.map("only")
                .flatMap(only -> only.scalar("when")
                        .flatMap(cel -> in.expressions()
                                .overRow(cel, Result.FLAG, level, "")
                                .map(expression -> new CompiledMapping.Only(
                                        new RowFilter(expression, cel.position()), decision(only)))));
    }

    /** What reading itself needs: the key, what says when a record changed, and what hangs children on their parent. */
    void sources(SourceNode sources) {
        ReadSide side = compile();
        sources.reads(CellPath.steps(side.key()), read.at("key"), true, side.key());
        side.changedColumns()
                .forEach(changed -> sources.reads(CellPath.steps(changed), read.at("changed"), false, changed));
        read.map("children")
                .ifPresent(children -> side.children().forEach(child -> children(children, child, sources)));
    }

    private static void children(YamlMap children, ReadSide.Child child, SourceNode sources) {
        SourceNode list = sources.reads(List.of(child.as()), children.at(child.as()), false, child.as());
        if (!list.isEmpty()) {
            list.decided(child.parent(), children.at(child.as()));
            child.order().ifPresent(order -> list.reads(List.of(order), children.at(child.as()), false, order));
        }
    }

    private static Text decision(YamlMap only) {
        Text why = only.words("why");
        return Text.of("%s（%s）", "%s (%s)", why, only.text("by").orElse(""));
    }

    static List<ReadSide.Child> children(YamlMap children) {
        List<ReadSide.Child> all = new ArrayList<>();
        children.entries()
                .keySet()
                .forEach(as -> children.map(as)
                        .ifPresent(child -> all.add(new ReadSide.Child(
                                as,
                                child.text("resource").orElse(""),
                                child.text("parent").orElse(""),
                                child.text("order")))));
        return List.copyOf(all);
    }

    static Duration duration(String written) {
        Matcher matcher = DURATION.matcher(written);
        if (!matcher.matches()) {
            return OVERLAP;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
