package io.hefu.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every template of the deployment. A part of the snapshot. */
public final class Templates {
    private final Map<String, Template> byId = new LinkedHashMap<>();

    public Templates(List<Template> templates) {
        templates.forEach(template -> byId.put(template.id(), template));
    }

    public List<Template> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Template> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
