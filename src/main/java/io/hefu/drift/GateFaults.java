package io.hefu.drift;

import io.hefu.definition.Text;
import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.SourceField;
import io.hefu.systems.ColumnType;
import java.util.Optional;

/** What the gate says to a person. */
final class GateFaults {
    private GateFaults() {}

    /** @param was what was learned of it, when a person may accept that records lack it */
    static FieldFault missing(
            Mapping mapping, Place place, SourceField field, Optional<KnownField> was, Optional<Text> hint) {
        String name = place.written(field.name());
        Text what = Text.of(
                "%s 的 %s 不再提供字段“%s”",
                "%1$s no longer gives the field \"%3$s\" of %2$s",
                mapping.system(),
                mapping.entity().title(),
                name);
        Text whole = hint.map(looks -> Text.of("%s；%s", "%s; %s", what, looks)).orElse(what);
        Text mend = Text.of(
                "在 %s 里把它改成新的字段名，或从映射中去掉",
                "give its new name in %s, or take it out of the mapping",
                field.position().toString());
        return new FieldFault(
                FieldFault.Kind.MISSING,
                name,
                whole,
                was.map(known -> orOptional(mapping, known, mend)).orElse(mend));
    }

    /** Of what was only learned, a person may know better. */
    private static Text orOptional(Mapping mapping, KnownField was, Text mend) {
        return Text.of(
                "%s；若记录本来就可以不带它（此前 %s 条都带着），用 hefu release %s/%s 接受",
                "%s; if a record may do without it (all of %s so far carried it), accept that with hefu release %s/%s",
                mend,
                was.of(),
                mapping.system(),
                mapping.entity().name());
    }

    static FieldFault lacking(Mapping mapping, Place place, SourceField field) {
        String name = place.written(field.name());
        return new FieldFault(
                FieldFault.Kind.MISSING,
                name,
                Text.of(
                        "%s 的这条 %s 没有字段“%s”，而每条都应带着它",
                        "this %2$s of %1$s lacks the field \"%3$s\", which each must carry",
                        mapping.system(),
                        mapping.entity().title(),
                        name),
                Text.of(
                        "在来源系统中补上；若它改了名，修改 %s",
                        "fill it in the source system; if it has another name now, change %s",
                        field.position().toString()));
    }

    /** @param holder the field that holds the objects which carry it; empty for a field of the record itself */
    static FieldFault unknown(Mapping mapping, Place place, Optional<SourceField> holder, SeenField field) {
        String name = place.written(field.name());
        return new FieldFault(
                FieldFault.Kind.NEW,
                name,
                Text.of(
                        "%s 的 %s 多出字段“%s”（%s），没有人决定过怎么处理",
                        "%s gives a field of %s that nobody decided about: \"%s\" (%s)",
                        mapping.system(),
                        mapping.entity().title(),
                        name,
                        field.declared()),
                holder.map(list -> decideInside(mapping, place, list, field))
                        .orElseGet(() -> Text.of(
                                "在 %s 的 fields 里映射它，或在 dropped 里写明不要它的原因和决定人",
                                "map it under fields in %s, or say under dropped why it is not wanted and who decided",
                                mapping.position().file())));
    }

    private static Text decideInside(Mapping mapping, Place place, SourceField holder, SeenField field) {
        return Text.of(
                "在 %s 里映射它，或在 %s 的 dropped 里以 %s 写明不要它的原因和决定人",
                "map it in %s, or say under dropped in %s, as %s, why it is not wanted and who decided",
                holder.position().toString(),
                mapping.position().file(),
                place.dropped(field.name()));
    }

    /** @param acceptable whether a person may accept the new type */
    static FieldFault retyped(
            Mapping mapping, Place place, SourceField field, ColumnType before, SeenField now, boolean acceptable) {
        String name = place.written(field.name());
        Text check =
                Text.of("核对 %s 的格式", "check its format in %s", field.position().toString());
        return new FieldFault(
                FieldFault.Kind.RETYPED,
                name,
                Text.of(
                        "%s 的字段“%s”换了类型：原来是 %s，现在是 %s（%s）",
                        "the type of the field \"%2$s\" of %1$s changed: it was %3$s and is %4$s (%5$s)",
                        mapping.system(),
                        name,
                        before,
                        now.type(),
                        now.declared()),
                acceptable
                        ? Text.of(
                                "%s；确认无误后用 hefu release %s/%s 接受新的样子",
                                "%s, then accept the new shape with hefu release %s/%s",
                                check,
                                mapping.system(),
                                mapping.entity().name())
                        : check);
    }
}
