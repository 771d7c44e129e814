package io.hefu.adapters.http;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.Systems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request templates of systems behind HTTP: their placeholders must be known, and their places in JSON well-formed. */
public final class TemplateCheck {
    private static final Set<String> KNOWN = Set.of(
            "since", "page", "offset", "limit", "cursor", "key", "keys", "value", "values", "column", "cells", "token",
            "user", "secret");
    private static final Set<String> PLACES = Set.of("items", "more", "total", "next");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:base64:)?([A-Za-z][A-Za-z0-9_.-]*)}");
    private static final Pattern PLACE = Pattern.compile("\\$?(\\.?[^.\\[\\]\\s]+|\\[\\d{1,6}])*");

    private final Set<String> known = new TreeSet<>(KNOWN);
    private final Violations violations;

    private TemplateCheck(SystemDefinition system, Violations violations) {
        this.violations = violations;
        system.settings()
                .map("constants")
                .ifPresent(map -> known.addAll(map.entries().keySet()));
        system.settings()
                .map("session")
                .flatMap(session -> session.map("values"))
                .ifPresent(map -> known.addAll(map.entries().keySet()));
    }

    public static void run(Systems systems, Violations violations) {
        for (SystemDefinition system : systems.all()) {
            if (system.kind().equals("http")) {
                TemplateCheck check = new TemplateCheck(system, violations);
                system.settings().map("resources").ifPresent(resources -> check.node("", resources));
            }
        }
    }

    private void node(String key, YamlNode node) {
        if (node instanceof YamlMap map) {
            map.entries().forEach(this::node);
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> node("", item));
        } else {
            YamlScalar scalar = (YamlScalar) node;
            placeholders(scalar);
            if (PLACES.contains(key) && !PLACE.matcher(scalar.text()).matches()) {
                refusePlace(scalar);
            }
        }
    }

    private void placeholders(YamlScalar scalar) {
        Matcher matcher = PLACEHOLDER.matcher(scalar.text().replaceAll("\\{\\{[^{}]*}}", ""));
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!known.contains(name) && !name.startsWith("cell.")) {
                refuseUnknown(scalar.position(), name);
            }
        }
    }

    private void refuseUnknown(Position position, String name) {
        violations.add(
                position,
                Text.of("模板里的 {%s} 没有值", "nothing is known for {%s} in the template", name),
                Spelling.listed(known),
                Spelling.didYouMean(
                        name,
                        List.copyOf(known),
                        Text.of("改正名称，或写在 constants 下", "correct the name, or write it under constants:")));
    }

    private void refusePlace(YamlScalar scalar) {
        violations.add(
                scalar.position(),
                Text.of("“%s”不是 JSON 中的位置", "“%s” is no place in JSON", scalar.text()),
                Text.of("$ 后面用点和 [序号]", "$ followed by dots and [number]"),
                Text.of("例如 $.data.items", "such as $.data.items"));
    }
}
