package io.hefu.rules;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Makes the {@link Templates} of the files under {@code config/templates}. */
public final class TemplatesCompiler {
    public static final DefinitionKind TEMPLATES = new DefinitionKind("template", "config/templates");

    private TemplatesCompiler() {}

    public static Templates compile(Definitions definitions, Letterhead letterhead, Violations violations) {
        return new Templates(definitions.files(TEMPLATES).stream()
                .map(file -> compile(file, letterhead, violations))
                .toList());
    }

    private static Template compile(DefinitionFile file, Letterhead letterhead, Violations violations) {
        for (String key : List.of("subject", "body")) {
            file.root().map(key).ifPresent(words -> checkPlaceholders(words, violations));
        }
        YamlMap root = file.root();
        if (letterhead.company().isEmpty()) {
            checkCompany(root, violations);
        }
        return new Template(file.id(), root.words("subject"), root.words("body"), file.position());
    }

    /** A mail to a customer that is signed with a dash would be worse than none. */
    private static void checkCompany(YamlMap root, Violations violations) {
        String written = "{" + Template.COMPANY + "}";
        Stream.of("subject", "body")
                .flatMap(key -> root.map(key).stream())
                .flatMap(words -> Stream.of("zh", "en")
                        .filter(language -> words.text(language).orElse("").contains(written))
                        .map(words::at))
                .findFirst()
                .ifPresent(position -> violations.add(
                        position,
                        Text.of("占位符 %s 没有值", "the placeholder %s has no value", written),
                        Text.NONE,
                        Text.of(
                                "在 config/application.yaml 写上 company: {zh: …, en: …}，或删去占位符",
                                "say company: {zh: …, en: …} in config/application.yaml, or remove the placeholder")));
    }

    private static void checkPlaceholders(YamlMap words, Violations violations) {
        for (String language : List.of("zh", "en")) {
            Matcher found = Template.PLACEHOLDER.matcher(words.text(language).orElse(""));
            while (found.find()) {
                checkPlaceholder(found.group(1), words.at(language), violations);
            }
        }
    }

    private static void checkPlaceholder(String name, Position position, Violations violations) {
        if (!Template.PLACEHOLDERS.contains(name)) {
            List<String> known = Template.PLACEHOLDERS.stream().sorted().toList();
            violations.add(
                    position,
                    Text.of("不认识占位符 {%s}", "there is no placeholder {%s}", name),
                    Text.same(String.join(", ", known)),
                    Spelling.didYouMean(
                            name, known, Text.of("删去它，或改用允许的占位符", "remove it, or use one that is allowed")));
        }
    }
}
