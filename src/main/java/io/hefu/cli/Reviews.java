package io.hefu.cli;

import io.hefu.console.Things;
import io.hefu.definition.Text;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import io.hefu.journey.Assigned;
import io.hefu.ledger.Awaited;
import io.hefu.ledger.Equation;
import io.hefu.ledger.ParkedRecord;
import io.hefu.review.Decisions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a record in review belongs to. */
final class Reviews {
    private Reviews() {}

    /**
     * @param to the business key of the thing, or its UID
     * @return how a person names the thing
     */
    static String assign(Hub hub, long number, String to, Decider decider) {
        ParkedRecord record = hub.books()
                .ledger()
                .parked()
                .find(number)
                .filter(found -> found.state() == ParkedRecord.State.OPEN)
                .orElseThrow(() -> new Complaint(Parked.closed(hub, number)));
        if (record.kind() != ParkedRecord.Kind.REVIEW) {
            throw new Complaint(Text.of(
                    "第 %s 号记录不是待人判断的；用 hefu retry %1$s 重试",
                    "record %s is not in review; hefu retry %1$s tries it again", number));
        }
        GoldenRecord thing = thing(hub, record, to);
        Decisions.Decision decision = new Decisions.Decision(
                Decisions.Kind.ASSIGN,
                number + " " + thing.uid(),
                decider.by(),
                decider.why(),
                hub.clock().instant());
        try (LiveHub live = LiveHub.quiet(hub)) {
            Equation became = live.engine().resumer().assign(record, new Assigned(thing.uid(), decision));
            if (became.applied() + became.unchanged() == 0) {
                throw new Complaint(Parked.closed(hub, number));
            }
        }
        return Things.name(thing);
    }

    private static GoldenRecord thing(Hub hub, ParkedRecord record, String to) {
        EntityType entity = hub.books()
                .snapshot()
                .get()
                .part(Dictionary.class)
                .entity(record.flow().entity());
        Optional<Uid> uid = Asked.uid(to)
                .or(() -> keys(entity).stream()
                        .flatMap(field -> hub
                                .books()
                                .goldens()
                                .byBusinessKey(entity, List.of(Identity.businessKey(field, to)))
                                .values()
                                .stream())
                        .findFirst());
        return uid.flatMap(hub.books().goldens()::find)
                .filter(golden -> !golden.deleted() && golden.entity().equals(entity))
                .orElseThrow(() -> new Complaint(Text.of(
                        "没有%s %s；候选：%s", "there is no %s %s; candidates: %s", entity.title(), to, candidates(record))));
    }

    private static List<FieldType> keys(EntityType entity) {
        return entity.keys().stream()
                .filter(key -> key.size() == 1)
                .map(key -> key.get(0))
                .toList();
    }

    private static String candidates(ParkedRecord record) {
        String all = record.awaited().stream()
                .map(Awaited::wanted)
                .map(key -> key.substring(key.indexOf('=') + 1))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }
}
