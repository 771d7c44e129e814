package io.hefu.drift;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.SourceField;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import java.util.Optional;

/** What the gate says to a person. */
final class GateFaults {
    private GateFaults() {}

    static FieldFault missing(Mapping mapping, String name, Optional<Text> hint) {
        Text what = Text.of(
                "%s 的 %s 不再提供字段“%s”",
                "%1$s no longer gives the field \"%3$s\" of %2$s",
                mapping.system(),
                mapping.entity().title(),
                name);
        Text whole = hint.map(looks -> Text.of("%s；%s", "%s; %s", what, looks)).orElse(what);
        return new FieldFault(
                FieldFault.Kind.MISSING,
                name,
                whole,
                Text.of(
                        "在 %s 里把它改成新的字段名，或从映射中去掉",
                        "give its new name in %s, or take it out of the mapping", at(mapping, name)));
    }

    static FieldFault unknown(Mapping mapping, String name, Column column) {
        return new FieldFault(
                FieldFault.Kind.NEW,
                name,
                Text.of(
                        "%s 的 %s 多出字段“%s”（%s），没有人决定过怎么处理",
                        "%s gives a field of %s that nobody decided about: \"%s\" (%s)",
                        mapping.system(),
                        mapping.entity().title(),
                        name,
                        column.declared()),
                Text.of(
                        "在 %s 的 fields 里映射它，或在 dropped 里写明不要它的原因和决定人",
                        "map it under fields in %s, or say under dropped why it is not wanted and who decided",
                        mapping.position().file()));
    }

    static FieldFault retyped(Mapping mapping, String name, ColumnType before, Column now) {
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
                Text.of(
                        "核对 %s 的格式；确认无误后用 hefu release %s/%s 接受新的样子",
                        "check its format in %s, then accept the new shape with hefu release %s/%s",
                        at(mapping, name),
                        mapping.system(),
                        mapping.entity().name()));
    }

    private static String at(Mapping mapping, String name) {
        return mapping.sourceFields().stream()
                .filter(field -> field.name().equals(name))
                .map(SourceField::position)
                .findFirst()
                .map(Position::toString)
                .orElseGet(() -> mapping.position().file());
    }
}
