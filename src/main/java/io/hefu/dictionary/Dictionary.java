package io.hefu.dictionary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unified data dictionary, compiled: every entity, part and code list. Immutable; a part of the snapshot. */
public final class Dictionary {
    private final Map<String, EntityType> entities;
    private final Map<String, CodeList> codeLists;

    public Dictionary(List<EntityType> entities, List<CodeList> codeLists) {
        this.entities = new LinkedHashMap<>();
        this.codeLists = new LinkedHashMap<>();
        entities.forEach(entity -> this.entities.put(entity.name(), entity));
        codeLists.forEach(list -> this.codeLists.put(list.id(), list));
    }

    public List<EntityType> entities() {
        return List.copyOf(entities.values());
    }

    public List<CodeList> codeLists() {
        return List.copyOf(codeLists.values());
    }

    public Optional<EntityType> find(String entity) {
        return Optional.ofNullable(entities.get(entity));
    }

    public Optional<CodeList> findCodes(String list) {
        return Optional.ofNullable(codeLists.get(list));
    }

    /** @throws IllegalArgumentException when there is no such entity */
    public EntityType entity(String entity) {
        return find(entity).orElseThrow(() -> new IllegalArgumentException("the dictionary has no entity " + entity));
    }
}
