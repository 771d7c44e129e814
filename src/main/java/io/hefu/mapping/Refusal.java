package io.hefu.mapping;

import io.hefu.definition.Text;

/** A cell's value is not what the mapping says; stands where a value would. */
record Refusal(FieldFault.Kind kind, Text what, Text attempt) {

    static Refusal unparseable(Text what, Text attempt) {
        return new Refusal(FieldFault.Kind.UNPARSEABLE, what, attempt);
    }

    static Refusal tooLarge(Text what) {
        return new Refusal(
                FieldFault.Kind.TOO_LARGE, what, Text.of("请在来源系统中核对这个值", "check this value in the source system"));
    }

    static Refusal retyped(Object cell, Text expected) {
        return new Refusal(
                FieldFault.Kind.RETYPED,
                Text.of("这里是%s（%s），应为%s", "this is %s (%s), expected %s", Shown.kind(cell), Shown.of(cell), expected),
                Text.of(
                        "来源字段的类型变了：请修改映射，或恢复来源字段",
                        "the source field changed its type: change the mapping, or restore the source field"));
    }

    static Refusal required() {
        return new Refusal(
                FieldFault.Kind.REQUIRED,
                Text.of("必填字段为空", "a required field is empty"),
                Text.of("请在来源系统中补填", "fill it in the source system"));
    }
}
