package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.StoredFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Looks for values in a document; what is found is taken out of what is looked for.
 *
 * @param lost fields, by the entity or part that they are of
 * @param coded code fields with their lists, by the entity or part
 * @param gone codes that are looked for, by list
 */
record DocumentLook(
        Map<String, Set<StoredFields.Stored>> lost,
        Map<String, Map<String, String>> coded,
        Map<String, Set<String>> gone,
        BiConsumer<String, StoredFields.Stored> onLost,
        Consumer<StoredFields.Code> onCode) {

    void at(GoldenRecord golden) {
        golden.contributions().values().forEach(said -> record(said, golden));
        for (Hold hold : golden.holds()) {
            value(golden.entity(), hold.field(), hold.value(), golden);
        }
    }

    private void record(Record said, GoldenRecord golden) {
        for (FieldType field : said.type().fields()) {
            value(said.type(), field, said.raw(field.index()), golden);
        }
    }

    private void value(EntityType of, FieldType field, Object value, GoldenRecord golden) {
        if (value == null || value == Record.Nothing.NULL || List.of().equals(value)) {
            return;
        }
        StoredFields.Stored stored =
                new StoredFields.Stored(field.name(), field.type().written());
        if (lost.getOrDefault(of.name(), Set.of()).contains(stored)) {
            lost.get(of.name()).remove(stored);
            onLost.accept(of.name(), stored);
        }
        String list = coded.getOrDefault(of.name(), Map.of()).get(field.name());
        if (list != null && gone.getOrDefault(list, Set.of()).contains(value.toString())) {
            gone.get(list).remove(value.toString());
            if (gone.get(list).isEmpty()) {
                gone.remove(list);
            }
            onCode.accept(new StoredFields.Code(list, value.toString(), of.name(), field.name(), name(golden)));
        }
        if (value instanceof List<?> elements) {
            elements.forEach(element -> {
                if (element instanceof Record part) {
                    record(part, golden);
                }
            });
        }
    }

    /** Its number, where it has one; a former dictionary has no keys to say which field that is. */
    private static String name(GoldenRecord golden) {
        return golden.merged()
                .find("number", String.class)
                .orElseGet(() -> golden.uid().toString());
    }
}
