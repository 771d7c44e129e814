package io.hefu.drift;

import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.ReadSide;
import io.hefu.mapping.SourceField;
import io.hefu.systems.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the shape of a whole batch, level by level. */
final class LevelJudge {
    private final Mapping mapping;
    private final RowBatch batch;
    private final boolean acceptable;
    private final boolean newFieldsPause;
    private final List<FieldFault> missing = new ArrayList<>();
    private final List<FieldFault> news = new ArrayList<>();
    private final List<FieldFault> retyped = new ArrayList<>();
    private final List<FieldFault> reported = new ArrayList<>();

    /** @param acceptable whether a person may accept the source as it looks: then the reasons say so */
    LevelJudge(Mapping mapping, RowBatch batch, boolean acceptable) {
        this.mapping = mapping;
        this.batch = batch;
        this.acceptable = acceptable;
        this.newFieldsPause = mapping.read().map(ReadSide::newFieldsPause).orElse(true);
    }

    /** Why the entity must pause; nothing when it need not. */
    List<FieldFault> judge(Map<String, KnownField> known, SeenLevel seen) {
        judge(Place.RECORD, Optional.empty(), known, seen);
        List<FieldFault> reasons = new ArrayList<>(missing);
        reasons.addAll(news);
        reasons.addAll(retyped);
        return reasons;
    }

    /** Fields that nobody decided about, and that are no reason to pause. */
    List<FieldFault> reported() {
        return reported;
    }

    private void judge(Place place, Optional<SourceField> holder, Map<String, KnownField> known, SeenLevel seen) {
        if (seen.records() == 0) {
            return;
        }
        List<SeenField> undecided = seen.news();
        int before = missing.size();
        for (SourceField field : seen.source().expected(known.keySet()).values()) {
            Optional<KnownField> was = Optional.ofNullable(known.get(field.name()));
            Optional<SeenField> now = seen.find(field.name());
            if (now.isPresent()) {
                there(place, field, was, now.get());
            } else {
                gone(place, field, known, seen, undecided);
            }
        }
        List<FieldFault> into = newFieldsPause || missing.size() > before ? news : reported;
        undecided.forEach(field -> into.add(GateFaults.unknown(mapping, place, holder, field)));
    }

    private void there(Place place, SourceField field, Optional<KnownField> was, SeenField now) {
        if (was.isPresent() && !now.holds(was.get().type())) {
            retyped.add(GateFaults.retyped(mapping, place, field, was.get().type(), now, acceptable));
        }
        now.inside()
                .ifPresent(level -> judge(
                        place.inside(field.name(), now.isList()),
                        Optional.of(field),
                        was.map(KnownField::inside).orElse(Map.of()),
                        level));
    }

    private void gone(
            Place place, SourceField field, Map<String, KnownField> known, SeenLevel seen, List<SeenField> undecided) {
        Optional<KnownField> was = Optional.ofNullable(known.get(field.name()));
        RenameHint hint = new RenameHint(mapping, batch, place, field, was);
        boolean sure = seen.isDescribed()
                || field.always()
                || was.map(KnownField::isWellKnown).orElse(false);
        if (sure || carriedByAll(was, known) && hint.isLikely(undecided)) {
            Optional<KnownField> learned = was.filter(only -> acceptable);
            missing.add(GateFaults.missing(mapping, place, field, learned, hint.of(undecided)));
        }
    }

    /** Whether every record that ever had an object here carried it. */
    private static boolean carriedByAll(Optional<KnownField> was, Map<String, KnownField> known) {
        long records = known.values().stream().mapToLong(KnownField::of).max().orElse(0);
        return was.filter(field -> field.isAlways() && field.of() == records).isPresent();
    }
}
