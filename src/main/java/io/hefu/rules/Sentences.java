package io.hefu.rules;

import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.expression.ExpressionFault;

/** What a rule did, in a sentence. */
final class Sentences {
    private Sentences() {}

    static Text of(Rule rule, Record after) {
        if (rule.then() instanceof Effect.Warn warn) {
            return warn.words();
        }
        boolean enforced = rule.mode() == Mode.ENFORCE;
        if (rule.then() instanceof Effect.Hold hold) {
            return Text.of(
                    enforced ? "%s：“%s”的新值 %s 暂不采用，保留原值" : "%s：“%s”的新值 %s 在执行（enforce）时会被扣留",
                    enforced
                            ? "%s: the new value %3$s of “%2$s” is held; the former value stays"
                            : "%s: the new value %3$s of “%2$s” would be held under enforce",
                    rule.title(),
                    hold.field().title(),
                    shown(after, hold.field()));
        }
        Effect.Remind remind = (Effect.Remind) rule.then();
        return Text.of(
                enforced ? "%s：提醒%s" : "%s：在执行（enforce）时会提醒%s",
                enforced ? "%s: a reminder to %s" : "%s: a reminder to %s would go out under enforce",
                rule.title(),
                remind.to() == Effect.Recipient.CUSTOMER
                        ? Text.of("客户", "the customer")
                        : Text.of("业务员", "the salesperson"));
    }

    static Text ofFault(Rule rule, ExpressionFault fault) {
        return Text.of(
                "规则“%s”（%s）在这条记录上无法判断：%s",
                "the rule “%s” (%s) cannot be judged on this record: %s", rule.title(), rule.id(), fault.reason());
    }

    private static Object shown(Record after, FieldType field) {
        String text = after.find(field).map(Object::toString).orElse("—");
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
