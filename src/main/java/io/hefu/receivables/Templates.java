package io.hefu.receivables;

import io.hefu.definition.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts of mails. A part of the snapshot. */
public record Templates(Map<String, Template> templates) {
    public Templates {
        templates = Map.copyOf(templates);
    }

    public Optional<Template> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    /** Subject and body with places such as {@code {customer}}. */
    public record Template(Text subject, Text body) {
        public String subject(Locale language, Map<String, Text> values) {
            return filled(subject, language, values);
        }

        public String body(Locale language, Map<String, Text> values) {
            return filled(body, language, values);
        }

        private static String filled(Text text, Locale language, Map<String, Text> values) {
            String filled = text.in(language);
            for (Map.Entry<String, Text> value : values.entrySet()) {
                filled = filled.replace("{" + value.getKey() + "}", value.getValue().in(language));
            }
            return filled;
        }
    }
}
