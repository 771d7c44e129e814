package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.Row;
import io.hefu.systems.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what became of creates that were begun and of which nothing more is known: the target is asked. Where it cannot be
 * asked, a create stays unknown and is never sent again by itself.
 */
final class Recovery {
    /**
     * What the target says.
     *
     * @param found with the key under which it is there; what was wanted since is still to be told
     * @param absent to be created after all, as if it had not been begun
     * @param unknown the target cannot be asked
     */
    record Answers(List<Delivered> found, List<Wanted> absent, List<Delivered> unknown) {}

    private final Place place;
    private final Optional<WriteSide.FindBy> by;

    Recovery(Place place) {
        this.place = place;
        this.by = place.side()
                .find()
                .filter(find -> place.connection().canFind(place.side().resource()));
    }

    Answers ask(List<Prepared> begun) {
        Answers answers = new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Prepared prepared : begun) {
            if (by.isEmpty()) {
                answers.unknown().add(new Delivered(prepared, new WriteResult.Unknown(cannotAsk())));
            } else {
                ask(prepared, by.get(), answers);
            }
        }
        return answers;
    }

    private void ask(Prepared prepared, WriteSide.FindBy find, Answers answers) {
        Optional<Object> value = valueToFindBy(prepared, find);
        if (value.isEmpty()) {
            // a search for nothing finds somebody else
            answers.unknown().add(new Delivered(prepared, new WriteResult.Unknown(cannotAsk())));
            return;
        }
        List<Row> rows = place.connection().find(place.side().resource(), Map.of(find.column(), value.get()));
        if (rows.isEmpty()) {
            answers.absent().add(WantedStates.later(prepared.wanted(), Text.NONE, place.now()));
        } else {
            String key = place.keyOf(rows.get(0));
            answers.found().add(new Delivered(prepared, new WriteResult.Written(key)));
        }
    }

    private Text cannotAsk() {
        return Text.of(
                "发送结果不明：可能已在 %s 中建立，且该系统无法查询；请人工核实后用 hefu retry 重试",
                "the answer was lost: it may exist in %s, which cannot be asked; look there, then use hefu retry",
                place.target());
    }

    /** Empty when the record has nothing by which it could be found. */
    static Optional<Object> valueToFindBy(Prepared prepared, WriteSide.FindBy find) {
        Object word = prepared.golden()
                .merged()
                .find(find.field())
                .map(Object::toString)
                .orElse("");
        return Optional.ofNullable(prepared.cells().getOrDefault(find.column(), word))
                .filter(value -> !value.equals(""));
    }
}
