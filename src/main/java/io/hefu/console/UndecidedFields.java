package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.ledger.NewFields.NewField;
import io.hefu.mapping.Mapping;
import java.util.List;
import java.util.Optional;

/** New fields of sources that pause nothing, {@code newFields: report}: shown until the mapping decides about them. */
public final class UndecidedFields {
    private final Books books;

    public UndecidedFields(Books books) {
        this.books = books;
    }

    /** In one line; empty when there are none. */
    public Optional<Text> told() {
        return undecided().stream()
                .map(each -> Text.same(each.flow() + " " + each.field()))
                .reduce((one, other) -> Text.of("%s，%s", "%s, %s", one, other))
                .map(all -> Text.of(
                        "没有人决定过的新字段：%s（hefu held --kind undecided 逐条列出）",
                        "new fields that nobody decided about: %s (hefu held --kind undecided lists each)", all));
    }

    List<Matter> list() {
        return undecided().stream()
                .map(each -> new Matter(
                        Matter.Kind.UNDECIDED,
                        each.flow() + " " + each.field(),
                        each.flow().system(),
                        each.flow().entity(),
                        each.field(),
                        Optional.empty(),
                        each.since(),
                        each.what(),
                        each.attempt(),
                        ""))
                .toList();
    }

    private List<NewField> undecided() {
        return books.ledger().newFields().all().stream()
                .filter(each -> books.mappings()
                        .find(each.flow().system(), each.flow().entity())
                        .filter(mapping -> isUndecided(mapping, each.field()))
                        .isPresent())
                .toList();
    }

    /** One that pauses its flow now is told by the pause. */
    private static boolean isUndecided(Mapping mapping, String field) {
        return mapping.read().filter(read -> !read.newFieldsPause()).isPresent()
                && !mapping.source().decides(field);
    }
}
