package io.hefu.mapping;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.FieldType;
import java.util.List;

/** A reference must be able to resolve: to a key that some system gives, or to a business key that the entity has. */
record ReferenceCheck(MappingContext in, YamlMap form, String entity) {

    void check() {
        if (form.has("by")) {
            businessKey(form.text("by").orElse(""));
        } else {
            key(form.text("system").orElse(in.system().id()));
        }
    }

    private void businessKey(String by) {
        List<String> keys = in.dictionary().find(entity).stream()
                .flatMap(type -> type.keys().stream())
                .filter(key -> key.size() == 1)
                .map(key -> key.get(0))
                .map(FieldType::name)
                .toList();
        if (!keys.contains(by) && in.dictionary().find(entity).isPresent()) {
            in.refuse(
                    form.at("by"),
                    Text.of("%s 不是 %s 的单字段业务键", "%s is no business key of one field of %s", by, entity),
                    Spelling.listed(keys),
                    Spelling.didYouMean(
                            by, keys, Text.of("用某个系统的键引用（system）", "refer by the key of a system (system:)")));
        }
    }

    private void key(String system) {
        if (in.systems().find(system).isEmpty()) {
            List<String> ids =
                    in.systems().all().stream().map(each -> each.id()).toList();
            in.refuse(
                    form.at("system"),
                    Text.of("没有系统 %s", "there is no system %s", system),
                    Spelling.listed(ids),
                    Spelling.didYouMean(system, ids, Text.of("改正名称", "correct the name")));
        } else if (!in.isMapped().test(system + "/" + entity)) {
            in.refuse(
                    form.at("from"),
                    Text.of(
                            "%s 的 %s 没有映射，这个引用永远等不到",
                            "%2$s of %1$s is not mapped, so that this reference would wait for ever", system, entity),
                    Text.of(
                            "添加 mappings/%s/%s.mapping.yaml，或改用 by",
                            "add mappings/%s/%s.mapping.yaml, or refer with by:", system, entity));
        }
    }
}
