package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds fields whose authority never speaks: other systems' mappings read the field, and those of no system that
 * {@code authority:} names. That is no fault, since the others count as a fallback until the named system is connected;
 * but it is easily an oversight. Of several that are named, one that speaks is enough.
 */
public final class AuthorityCheck {
    private AuthorityCheck() {}

    public static List<Text> warnings(Dictionary dictionary, Mappings mappings) {
        List<Text> warnings = new ArrayList<>();
        for (EntityType entity : dictionary.entities()) {
            for (FieldType field : entity.fields()) {
                Set<String> speakers = speakers(mappings, entity, field);
                boolean silent = !field.authority().isEmpty()
                        && !speakers.isEmpty()
                        && field.authority().stream().noneMatch(speakers::contains);
                if (silent) {
                    warnings.add(warning(field, speakers));
                }
            }
        }
        return warnings;
    }

    private static Set<String> speakers(Mappings mappings, EntityType entity, FieldType field) {
        Set<String> speakers = new LinkedHashSet<>();
        mappings.all().stream()
                .filter(mapping -> mapping.entity().name().equals(entity.name())
                        && mapping.read().isPresent()
                        && mapping.fields().contains(field))
                .forEach(mapping -> speakers.add(mapping.system()));
        return speakers;
    }

    private static Text warning(FieldType field, Set<String> speakers) {
        return Text.of(
                "%s：字段 %s 以 %s 为准，可没有映射从那里读它，现在用的是 %s 的值；可尝试：在那里映射它，或改 authority",
                "%s: the authority of the field %s is %s, whose mapping does not read it; %s has the word meanwhile; try: map"
                        + " it there, or change authority",
                field.position(),
                field.name(),
                String.join(", ", field.authority()),
                String.join(", ", speakers));
    }
}
