package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.Row;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what became of a create that was begun and of which nothing more is known: the target is asked. Where it cannot be
 * asked, the create stays unknown and is never sent again by itself.
 */
final class Recovery {
    private final Place place;

    Recovery(Place place) {
        this.place = place;
    }

    boolean concerns(Prepared prepared) {
        return prepared.wanted().state() == WantedState.INTENDED && prepared.operation() == WriteOperation.CREATE;
    }

    /**
     * @param ready takes what is to be sent after all
     * @param recovered takes what is decided
     */
    void ask(Prepared prepared, List<Prepared> ready, List<Delivered> recovered) {
        Optional<WriteSide.FindBy> by = place.side().find();
        if (by.isEmpty() || !place.connection().canFind(place.side().resource())) {
            Text reason = Text.of(
                    "发送结果不明：可能已在 %s 中建立，且该系统无法查询；请人工核实后用 hefu retry 重试",
                    "the answer was lost: it may exist in %s, which cannot be asked; look there, then use hefu retry",
                    place.target());
            recovered.add(new Delivered(prepared, new WriteResult.Unknown(reason)));
            return;
        }
        FieldType field = by.get().field();
        Object value = prepared.cells().getOrDefault(by.get().column(), wordOf(prepared, field));
        List<Row> found =
                place.connection().find(place.side().resource(), Map.of(by.get().column(), value));
        if (found.isEmpty()) {
            ready.add(prepared);
        } else {
            String key = String.valueOf(found.get(0).cell(place.side().key()));
            recovered.add(new Delivered(prepared, new WriteResult.Written(key)));
        }
    }

    private static Object wordOf(Prepared prepared, FieldType field) {
        return prepared.golden().merged().find(field).map(Object::toString).orElse("");
    }
}
