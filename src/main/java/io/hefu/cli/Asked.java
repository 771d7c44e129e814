package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Flow;
import java.util.Optional;

/** What was typed, understood. */
final class Asked {
    private Asked() {}

    static String filled(String option, String value) {
        if (value.isBlank()) {
            throw new Complaint(Text.of("%s 不能为空", "%s must not be empty", option));
        }
        return value.strip();
    }

    /** @throws Complaint when it is not {@code SYSTEM/ENTITY} */
    static Flow flow(String typed) {
        String[] parts = typed.split("/", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new Complaint(Text.of(
                    "“%s”不是 系统/实体，例如 crm/opportunity", "“%s” is no SYSTEM/ENTITY, such as crm/opportunity", typed));
        }
        return new Flow(parts[0], parts[1]);
    }

    static Optional<Uid> uid(String typed) {
        try {
            return Optional.of(Uid.parse(typed));
        } catch (IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }

    /** @throws Complaint when a list would be empty by what was asked for */
    static int limit(int typed) {
        if (typed < 1) {
            throw new Complaint(Text.of(
                    "--limit 不能是 %s；允许：1 以上的整数",
                    "--limit cannot be %s; allowed: a whole number from 1 on", Integer.toString(typed)));
        }
        return typed;
    }

    static Optional<Long> number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(typed)) : Optional.empty();
    }
}
