package io.hefu.rules;

import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.expression.Bindings;
import io.hefu.expression.ExpressionFault;
import io.hefu.expression.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every rule of the deployment, compiled. A part of the snapshot; safe for several threads. */
public final class Rules {
    private final Map<String, Rule> byId = new LinkedHashMap<>();
    private final Map<String, List<Rule>> byEntity;
    private final WorkCalendar calendar;

    public Rules(List<Rule> rules, WorkCalendar calendar) {
        rules.forEach(rule -> byId.put(rule.id(), rule));
        this.byEntity =
                rules.stream().collect(Collectors.groupingBy(rule -> rule.of().name()));
        this.calendar = calendar;
    }

    public List<Rule> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Rule> of(EntityType entity) {
        return byEntity.getOrDefault(entity.name(), List.of());
    }

    /**
     * What the rules make of a record. A rule runs when the record is new, when a field that it reads or holds changed, or
     * when its clock rang; a reminder with a clock only when its clock rang. Of several reminders to the same recipient whose clocks
     * rang together, as after a stop, only the latest step fires.
     *
     * <p>A rule that cannot be evaluated on this record never passes silently: an enforced hold holds, the others are told.
     *
     * @param today the day where the installation stands
     */
    public List<Firing> judge(Considered considered, LocalDate today) {
        List<Rule> rules = of(considered.entity());
        if (rules.isEmpty()) {
            return List.of();
        }
        Bindings bindings = Bindings.ofRecord(considered.after(), considered.before(), considered.changed(), today);
        List<Firing> firings = new ArrayList<>();
        for (Rule rule : rules) {
            if (runs(rule, considered)) {
                judge(rule, bindings, considered.after()).ifPresent(firings::add);
            }
        }
        return firings;
    }

    /**
     * When the clock of one rule rings for a record: a moment in the future, or one that has passed when it is the latest
     * step that was missed. Empty when the rule has no clock, its date has no value, or a later step has passed too.
     *
     * <p>To be asked when the record is new or the clock's date changed; asked again after it rang, it rings again.
     */
    public Optional<Instant> nextClock(Rule rule, Record record, Instant now, ZoneId zone) {
        return rings(rule, record, zone).filter(at -> at.isAfter(now) || !overtaken(rule, record, now, zone));
    }

    /** {@link #nextClock} of every rule of the record's entity. */
    public List<Ring> clocks(Record record, Instant now, ZoneId zone) {
        List<Ring> rings = new ArrayList<>();
        for (Rule rule : of(record.type())) {
            nextClock(rule, record, now, zone).ifPresent(at -> rings.add(new Ring(rule.id(), at)));
        }
        return rings;
    }

    /**
     * The ids of the rules that were asked of this record and do not fire, so that what they said of it before is over. A
     * reminder with a clock, which a change alone never fires, is over when its date moved, its condition no longer holds, or
     * a later step fires.
     *
     * @param firings what {@link #judge} said of the same record
     */
    public Set<String> silent(Considered considered, List<Firing> firings, LocalDate today) {
        Set<String> silent = new HashSet<>();
        if (considered.before().isEmpty()) {
            return silent;
        }
        Bindings bindings = Bindings.ofRecord(considered.after(), considered.before(), considered.changed(), today);
        Set<String> fired = new HashSet<>();
        firings.forEach(firing -> fired.add(firing.rule().id()));
        for (Rule rule : of(considered.entity())) {
            boolean over =
                    runs(rule, considered) || rule.firesOnlyByClock() && isOver(rule, considered, firings, bindings);
            if (over && !fired.contains(rule.id())) {
                silent.add(rule.id());
            }
        }
        return silent;
    }

    private static boolean isOver(Rule rule, Considered considered, List<Firing> firings, Bindings bindings) {
        return considered.changed().contains(rule.clock().orElseThrow().field())
                || firings.stream().anyMatch(firing -> isLaterStep(rule, firing.rule()))
                || readsAny(rule, considered)
                        && judge(rule, bindings, considered.after()).isEmpty();
    }

    private boolean runs(Rule rule, Considered considered) {
        if (considered.due().contains(rule.id())) {
            return !overtakenAmong(rule, considered);
        }
        if (rule.firesOnlyByClock()) {
            return false;
        }
        return considered.before().isEmpty() || readsAny(rule, considered) || holdsAny(rule, considered);
    }

    private static boolean readsAny(Rule rule, Considered considered) {
        for (FieldType field : considered.changed()) {
            if (rule.when().reads().contains(field.name())) {
                return true;
            }
        }
        return false;
    }

    /** A hold is judged anew with every new word on the field that it holds. */
    private static boolean holdsAny(Rule rule, Considered considered) {
        return rule.then() instanceof Effect.Hold hold && considered.changed().contains(hold.field());
    }

    private static Optional<Firing> judge(Rule rule, Bindings bindings, Record after) {
        try {
            return rule.when().isTrue(bindings)
                    ? Optional.of(new Firing(rule, rule.then(), Sentences.of(rule, after), false))
                    : Optional.empty();
        } catch (ExpressionFault fault) {
            Text sentence = Sentences.ofFault(rule, fault);
            boolean holds = rule.mode() == Mode.ENFORCE && rule.then() instanceof Effect.Hold;
            return Optional.of(new Firing(rule, holds ? rule.then() : new Effect.Warn(sentence), sentence, true));
        }
    }

    /** Whether a later step of the same ladder rang together with this one. */
    private boolean overtakenAmong(Rule rule, Considered considered) {
        Optional<LocalDate> own = anchor(rule, considered.after());
        return considered.due().stream()
                .map(byId::get)
                .filter(other -> other != null && isLaterStep(rule, other))
                .anyMatch(other ->
                        own.isPresent() && anchor(other, considered.after()).isPresent());
    }

    private boolean overtaken(Rule rule, Record record, Instant now, ZoneId zone) {
        return of(rule.of()).stream()
                .filter(other -> isLaterStep(rule, other))
                .flatMap(other -> rings(other, record, zone).stream())
                .anyMatch(at -> !at.isAfter(now));
    }

    /** Two reminders are steps of one ladder when they go by the same date, to the same recipient, in the same mode. */
    private static boolean isLaterStep(Rule rule, Rule other) {
        return rule.then() instanceof Effect.Remind one
                && other.then() instanceof Effect.Remind two
                && rule.clock().isPresent()
                && other.clock().isPresent()
                && rule.of().name().equals(other.of().name())
                && rule.clock()
                        .get()
                        .field()
                        .name()
                        .equals(other.clock().get().field().name())
                && one.to() == two.to()
                && rule.mode() == other.mode()
                && other.clock().get().offset().days()
                        > rule.clock().get().offset().days();
    }

    private static Optional<LocalDate> anchor(Rule rule, Record record) {
        return rule.clock().flatMap(clock -> record.find(clock.field())).map(LocalDate.class::cast);
    }

    private Optional<Instant> rings(Rule rule, Record record, ZoneId zone) {
        return rule.clock().flatMap(clock -> clock.rings(record, calendar, zone));
    }
}
