package io.hefu.console;

import io.hefu.golden.UnifiedCreditCode;
import io.hefu.matching.MatchRule;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.util.Map;
import java.util.Optional;

/** Takes what a person typed for the field that it looks like: a mail address, a phone number, a credit code, else a name. */
public final class LookupWords {
    private static final int SHORTEST_PHONE = 7;

    private LookupWords() {}

    /** @return the typed words by the name of the field; empty when the rule compares none of that kind */
    public static Map<String, String> of(MatchRule rule, String typed) {
        FieldKind kind = kind(typed);
        return field(rule, kind)
                .or(() -> field(rule, FieldKind.COMPANY))
                .or(() -> field(rule, FieldKind.PERSON))
                .map(field -> Map.of(field.name(), typed))
                .orElse(Map.of());
    }

    private static Optional<Field> field(MatchRule rule, FieldKind kind) {
        return rule.compared().stream().filter(field -> field.kind() == kind).findFirst();
    }

    private static FieldKind kind(String typed) {
        if (typed.contains("@")) {
            return FieldKind.MAIL;
        } else if (UnifiedCreditCode.parse(typed).isPresent()) {
            return FieldKind.CREDIT_CODE;
        }
        long digits = typed.chars().filter(Character::isDigit).count();
        boolean phone = digits >= SHORTEST_PHONE && typed.matches("[0-9+\\-() ./转ext]+");
        return phone ? FieldKind.PHONE : FieldKind.COMPANY;
    }
}
