package io.hefu.rules;

import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;

/** What a rule does when it fires. */
public sealed interface Effect {
    /** As written in {@code expect:} of an example. */
    String written();

    /** The merged record keeps the field's former value; all other fields flow. */
    record Hold(FieldType field) implements Effect {
        @Override
        public String written() {
            return "hold";
        }
    }

    /** Somebody is told. */
    record Warn(Text words) implements Effect {
        @Override
        public String written() {
            return "warn";
        }
    }

    /**
     * A reminder is wanted. Whether it is sent is decided just before sending, by whoever derives it.
     *
     * @param step a code of the list {@code reminder-step}
     * @param template id of a template
     */
    record Remind(String step, Recipient to, String template) implements Effect {
        @Override
        public String written() {
            return "remind";
        }
    }

    /** Who is reminded. */
    enum Recipient {
        SALESPERSON,
        CUSTOMER
    }
}
