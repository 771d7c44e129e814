package io.hefu.dictionary;

import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can only be checked once every file of the dictionary is read. */
final class DictionaryCheck {
    private final Dictionary dictionary;
    private final Definitions definitions;
    private final Violations violations;

    DictionaryCheck(Dictionary dictionary, Definitions definitions, Violations violations) {
        this.dictionary = dictionary;
        this.definitions = definitions;
        this.violations = violations;
    }

    void run() {
        for (EntityType entity : dictionary.entities()) {
            for (FieldType field : entity.fields()) {
                checkType(field);
                FieldExample.check(dictionary, field, violations);
            }
            if (entity.part()) {
                refuseCycle(entity, entity, new LinkedHashSet<>(List.of(entity.name())));
            }
        }
    }

    private void checkType(FieldType field) {
        if (field.type() instanceof DataType.Code code) {
            checkCodeList(field, code.list());
        } else if (field.type() instanceof DataType.Ref ref) {
            checkEntity(field, ref.entity(), false);
        } else if (field.type() instanceof DataType.ListOf list) {
            checkEntity(field, list.part(), true);
        }
    }

    private void checkCodeList(FieldType field, String list) {
        if (dictionary.findCodes(list).isEmpty() && !definitions.isFaulty(DictionaryCompiler.CODES, list)) {
            List<String> known =
                    dictionary.codeLists().stream().map(CodeList::id).toList();
            violations.add(
                    type(field),
                    Text.of("没有代码表 %s", "there is no code list %s", list),
                    Spelling.listed(known),
                    Spelling.didYouMean(list, known, addFile("mappings/dictionary/codes/" + list + ".codes.yaml")));
        }
    }

    private void checkEntity(FieldType field, String name, boolean part) {
        if (definitions.isFaulty(DictionaryCompiler.ENTITIES, name)) {
            return;
        }
        List<String> known = names(part);
        if (dictionary.find(name).isEmpty()) {
            violations.add(
                    type(field),
                    part
                            ? Text.of("没有部件 %s", "there is no part %s", name)
                            : Text.of("没有实体 %s", "there is no entity %s", name),
                    Spelling.listed(known),
                    Spelling.didYouMean(name, known, addFile("mappings/dictionary/" + name + ".dictionary.yaml")));
        } else if (dictionary.entity(name).part() != part) {
            refuseOtherSort(field, name, part, known);
        }
    }

    private void refuseOtherSort(FieldType field, String name, boolean part, Collection<String> known) {
        violations.add(
                type(field),
                part
                        ? Text.of("%s 不是部件，列表的元素只能是部件", "%s is no part, and lists are made of parts", name)
                        : Text.of("%s 是部件，不能被引用", "%s is a part and cannot be referred to", name),
                Spelling.listed(known),
                part
                        ? Text.of(
                                "在 %s 里写 part: true，或改用 ref(%s)", "write part: true in %s, or use ref(%s)", name, name)
                        : Text.of("改用 list(%s)", "use list(%s)", name));
    }

    private void refuseCycle(EntityType start, EntityType part, Set<String> seen) {
        for (FieldType field : part.fields()) {
            if (field.type() instanceof DataType.ListOf list) {
                if (list.part().equals(start.name())) {
                    violations.add(
                            type(field),
                            Text.of(
                                    "部件互相包含：%s",
                                    "parts contain each other: %s", String.join(" → ", seen) + " → " + start.name()),
                            Text.of("部件里的列表不回到自己", "a list in a part does not lead back to it"),
                            Text.of("把其中一个改成带 ref 的实体", "make one of them an entity that is referred to"));
                } else if (seen.add(list.part())) {
                    dictionary.find(list.part()).ifPresent(next -> refuseCycle(start, next, seen));
                    seen.remove(list.part());
                }
            }
        }
    }

    private List<String> names(boolean part) {
        return dictionary.entities().stream()
                .filter(entity -> entity.part() == part)
                .map(EntityType::name)
                .toList();
    }

    private static Text addFile(String file) {
        return Text.of("加上文件 %s", "add the file %s", file);
    }

    /** The line of the field; the key of its type. */
    private static Position type(FieldType field) {
        Position at = field.position();
        return new Position(at.file(), at.line(), at.key() + ".type");
    }
}
