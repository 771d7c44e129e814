package io.hefu.golden;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The fields of an entity in the order in which documents store them: what a dictionary number stands for. Written as
 * {@code number:text,lines:list(order-line){number:integer,net:money}}.
 */
record Layout(String entity, List<Stored> fields) {
    /** @param part of a list: the fields of its elements, otherwise empty */
    record Stored(String name, String type, List<Stored> part) {
        ValueKind kind() {
            return ValueKind.of(type);
        }

        String written() {
            return name + ":" + type + (part.isEmpty() ? "" : "{" + Layout.written(part) + "}");
        }
    }

    static Layout of(EntityType entity, Dictionary dictionary) {
        return new Layout(entity.name(), fields(entity, dictionary));
    }

    private static List<Stored> fields(EntityType entity, Dictionary dictionary) {
        return entity.fields().stream()
                .map(field -> new Stored(
                        field.name(),
                        field.type().written(),
                        field.type() instanceof DataType.ListOf list
                                ? fields(dictionary.entity(list.part()), dictionary)
                                : List.of()))
                .toList();
    }

    String written() {
        return written(fields);
    }

    private static String written(List<Stored> fields) {
        return fields.stream().map(Stored::written).collect(Collectors.joining(","));
    }

    static Layout parse(String entity, String written) {
        return new Layout(entity, new LayoutParser(written).fields());
    }
}
