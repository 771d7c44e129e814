package io.hefu.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import io.hefu.dictionary.Dictionary;
import java.util.Optional;

/** The dictionary's entities and parts as CEL's struct types. */
final class DictionaryTypes implements CelTypeProvider {
    private final ImmutableMap<String, CelType> types;

    DictionaryTypes(Dictionary dictionary) {
        this.types = dictionary.entities().stream()
                .map(TypeNames::structOf)
                .collect(ImmutableMap.toImmutableMap(CelType::name, type -> type));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
