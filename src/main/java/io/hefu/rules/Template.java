package io.hefu.rules;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a mail, with {@code {placeholders}}. */
public record Template(String id, Text subject, Text body, Position position) {
    /** What a template may name. */
    public static final Set<String> PLACEHOLDERS =
            Set.of("customer", "receivable", "order", "open", "gross", "due", "days", "salesperson", "company");

    /** The one whose value the installation gives and no record. */
    static final String COMPANY = "company";

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    /** The subject, in one line whatever is filled in: a line break there would start another header. */
    public String subject(Locale locale, Map<String, String> values) {
        return fill(subject.in(locale), values).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    public String body(Locale locale, Map<String, String> values) {
        return fill(body.in(locale), values);
    }

    /** A value that is not there is filled in as a dash, so that no mail goes out with a placeholder in it. */
    private static String fill(String words, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "—")));
    }
}
