package io.hefu.cli;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of a dictionary, what stored documents depend on: entities with their fields, by name and type, in their order. */
final class DictionaryLayout {
    private DictionaryLayout() {}

    static Map<String, List<FieldType>> of(Snapshot snapshot) {
        Map<String, List<FieldType>> layout = new TreeMap<>();
        for (EntityType entity : snapshot.part(Dictionary.class).entities()) {
            layout.put(entity.name(), entity.fields());
        }
        return layout;
    }
}
