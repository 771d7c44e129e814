package io.hefu.dictionary;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.util.Optional;

/** Compares the dictionary with what is stored, so that no stored value is lost or misread by an edit. */
public final class DictionaryHistory {
    private final Violations violations;

    private DictionaryHistory(Violations violations) {
        this.violations = violations;
    }

    /** Refuses a retype without conversion, and a field, code or entity that vanished without a word, where values are stored. */
    public static void check(Dictionary dictionary, StoredFields stored, Violations violations) {
        DictionaryHistory history = new DictionaryHistory(violations);
        for (String name : stored.entities()) {
            dictionary
                    .find(name)
                    .ifPresentOrElse(
                            entity -> stored.of(name).forEach(field -> history.check(entity, field)),
                            () -> history.refuseVanishedEntity(name));
        }
        stored.codes().forEach(code -> dictionary.findCodes(code.list()).ifPresent(list -> history.refuse(list, code)));
    }

    /** Whether values stored under a field would be lost or misread. */
    public static boolean isLost(EntityType entity, StoredFields.Stored stored) {
        Optional<FieldType> now = now(entity, stored.field());
        return now.isPresent()
                ? !now.get().type().written().equals(stored.type())
                        && now.get().conversion().isEmpty()
                : !entity.retired().contains(stored.field());
    }

    /** The field that a name of some former dictionary means now; empty when it was retired. */
    public static Optional<FieldType> now(EntityType entity, String former) {
        return entity.find(former)
                .or(() -> entity.fields().stream()
                        .filter(field -> field.was().contains(former))
                        .findFirst());
    }

    private void check(EntityType entity, StoredFields.Stored stored) {
        if (isLost(entity, stored)) {
            now(entity, stored.field())
                    .ifPresentOrElse(field -> refuseRetype(field, stored), () -> refuseVanished(entity, stored));
        }
    }

    private void refuseRetype(FieldType field, StoredFields.Stored stored) {
        Position at = field.position();
        violations.add(
                new Position(at.file(), at.line(), at.key() + ".type"),
                Text.of(
                        "类型从 %s 改成了 %s，但已存有旧值",
                        "the type changed from %s to %s, and values of the former are stored",
                        stored.type(),
                        field.type().written()),
                Text.of("原来的类型，或带 conversion", "the former type, or a conversion"),
                Text.of(
                        "加上 conversion: 一个把 value 变成 %s 的 CEL 表达式",
                        "add conversion: a CEL expression that makes value a %s",
                        field.type().written()));
    }

    private void refuseVanished(EntityType entity, StoredFields.Stored stored) {
        violations.add(
                new Position(entity.position().file(), entity.position().line(), "fields"),
                Text.of("字段 %s 不见了，但已存有它的值", "the field %s is gone, and values of it are stored", stored.field()),
                Text.NONE,
                Text.of(
                        "若是改名，在新字段写 was: %1$s；若不再要，写进 retired",
                        "if it was renamed, write was: %s in the new field; if it is given up, name it under retired",
                        stored.field()));
    }

    private void refuse(CodeList list, StoredFields.Code gone) {
        violations.add(
                list.position(),
                Text.of(
                        "代码 %s 不见了，但已存有它的值（%s 的 %s，例如 %s）",
                        "the code %s is gone, and values of it are stored (%3$s of %2$s, such as %4$s)",
                        gone.code(),
                        gone.entity(),
                        gone.field(),
                        gone.example()),
                Text.of("仍有记录使用的代码留在表中", "a code stays in its list as long as a record has it"),
                Text.of(
                        "恢复 %1$s；若已换成别的代码，先在映射的 codes 中改，等记录都更新后再删",
                        "put %s back; if another code takes its place, change codes: in the mappings first and remove it when every record has been updated",
                        gone.code()));
    }

    private void refuseVanishedEntity(String name) {
        violations.add(
                Position.of("mappings/dictionary/" + name + ".dictionary.yaml"),
                Text.of("实体 %s 不见了，但已存有它的记录", "the entity %s is gone, and records of it are stored", name),
                Text.NONE,
                Text.of("恢复这个文件", "restore the file"));
    }
}
