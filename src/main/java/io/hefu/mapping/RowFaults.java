package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import java.util.ArrayList;
import java.util.List;

/** Gathers every fault of one row. Costs nothing while there is none. */
final class RowFaults {
    private static final int MOST = 100;

    private List<FieldFault> faults = List.of();
    private String inside = "";

    /** While an element of a list is read; returns what to give to {@link #leave}. */
    String enter(String list, int index) {
        String before = inside;
        inside = before + list + "[" + index + "].";
        return before;
    }

    void leave(String before) {
        inside = before;
    }

    void add(String source, Refusal refusal, Position position) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        if (faults.size() < MOST) {
            Text attempt = Text.of("%s（%s）", "%s (%s)", refusal.attempt(), position.toString());
            Text what = Text.of("%s：%s", "%s: %s", inside + source, refusal.what());
            faults.add(new FieldFault(refusal.kind(), inside + source, what, attempt));
        }
    }

    boolean none() {
        return faults.isEmpty();
    }

    List<FieldFault> all() {
        return List.copyOf(faults);
    }
}
