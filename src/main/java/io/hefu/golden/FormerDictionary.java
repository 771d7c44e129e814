package io.hefu.golden;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stored layout as the dictionary that it was, so that its documents are read as they were written. */
final class FormerDictionary {
    private final Map<String, EntityType> entities = new LinkedHashMap<>();

    private FormerDictionary() {}

    static Dictionary of(Layout layout) {
        FormerDictionary former = new FormerDictionary();
        former.add(layout.entity(), layout.fields(), false);
        return new Dictionary(List.copyOf(former.entities.values()), List.of());
    }

    private void add(String name, List<Layout.Stored> stored, boolean part) {
        List<FieldType> fields = new ArrayList<>();
        for (Layout.Stored field : stored) {
            DataType type = DataType.parse(field.type())
                    .orElseThrow(() -> new IllegalStateException("no type is written " + field.type()));
            if (type instanceof DataType.ListOf list) {
                add(list.part(), field.part(), true);
            }
            fields.add(new FieldType(
                    fields.size(),
                    field.name(),
                    type,
                    false,
                    Text.NONE,
                    Text.NONE,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Position.of("")));
        }
        entities.put(
                name,
                new EntityType(
                        name,
                        Text.same(name),
                        part,
                        fields,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Position.of("")));
    }
}
