package io.hefu.receivables;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code *.template.yaml}: the texts of mails, whose places must be ones that a reminder can fill. */
public final class TemplatesCompiler {
    public static final DefinitionKind KIND = new DefinitionKind("template", "config/templates");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}\\s]*)}");
    private static final Set<String> KNOWN = new TreeSet<>(ReminderValues.NAMES);

    private TemplatesCompiler() {}

    public static Templates compile(Definitions definitions, Violations violations) {
        Map<String, Templates.Template> templates = new HashMap<>();
        for (DefinitionFile file : definitions.files(KIND)) {
            Text subject = file.root().words("subject");
            Text body = file.root().words("body");
            check(file, "subject", subject, violations);
            check(file, "body", body, violations);
            templates.put(file.id(), new Templates.Template(subject, body));
        }
        return new Templates(templates);
    }

    private static void check(DefinitionFile file, String key, Text text, Violations violations) {
        Matcher places = PLACE.matcher(text.zh() + "\n" + text.en());
        while (places.find()) {
            if (!KNOWN.contains(places.group(1))) {
                violations.add(
                        file.root().at(key),
                        Text.of("没有占位符 {%s}", "there is no placeholder {%s}", places.group(1)),
                        Text.same("{" + String.join("} {", KNOWN) + "}"),
                        Text.of("改用其中之一", "use one of these"));
            }
        }
    }
}
