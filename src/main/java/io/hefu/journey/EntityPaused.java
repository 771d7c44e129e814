package io.hefu.journey;

import io.hefu.mapping.FieldFault;
import java.util.List;

/**
 * The gate does not know this shape: the entity's flow pauses. The batch does not count as read and its position stays;
 * every other flow goes on.
 */
public final class EntityPaused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String system;
    private final String entity;
    private final transient List<FieldFault> reasons;
    private final boolean acceptable;

    /** @param acceptable whether the flow goes on once a person accepts the source as it looks now */
    public EntityPaused(String system, String entity, List<FieldFault> reasons, boolean acceptable) {
        super(system + "/" + entity + " is paused: " + reasons.get(0).what().en());
        this.system = system;
        this.entity = entity;
        this.reasons = List.copyOf(reasons);
        this.acceptable = acceptable;
    }

    public String system() {
        return system;
    }

    public String entity() {
        return entity;
    }

    public List<FieldFault> reasons() {
        return reasons;
    }

    public boolean acceptable() {
        return acceptable;
    }
}
