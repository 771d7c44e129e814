package io.hefu.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns what the validator found into violations. Where a schema allows several forms, only the form that the writer
 * most likely meant is spoken of, since the faults of the others would only confuse.
 */
final class SchemaReport {
    /** One place in the file where several forms are allowed. */
    private record Choice(List<Object> evaluation, List<Object> instance) {}

    /** Heavier than all else: a form of another type was certainly not meant. */
    private static final int WRONG_TYPE = 10_000;

    private final SchemaWords words;
    private final JsonNode document;
    private final Violations violations;

    SchemaReport(YamlNode content, JsonNode document, Violations violations) {
        this.words = new SchemaWords(content);
        this.document = document;
        this.violations = violations;
    }

    void tell(List<SchemaFault> faults) {
        tell(faults, 0);
    }

    private void tell(List<SchemaFault> faults, int from) {
        Map<Choice, List<SchemaFault>> choices = new LinkedHashMap<>();
        for (SchemaFault fault : faults) {
            int at = fault.choiceAfter(from);
            if (at < 0) {
                violations.add(words.violation(fault));
            } else {
                Choice choice = new Choice(fault.evaluation().subList(0, at + 1), fault.instanceAt(at));
                choices.computeIfAbsent(choice, c -> new ArrayList<>()).add(fault);
            }
        }
        choices.forEach(this::tellChoice);
    }

    private void tellChoice(Choice choice, List<SchemaFault> faults) {
        int at = choice.evaluation().size();
        Map<Integer, List<SchemaFault>> forms = new TreeMap<>();
        for (SchemaFault fault : faults) {
            int form = Integer.parseInt(String.valueOf(fault.evaluation().get(at)));
            forms.computeIfAbsent(form, f -> new ArrayList<>()).add(fault);
        }
        List<SchemaFault> meant = forms.values().stream()
                .min(Comparator.comparingInt(form -> distance(form, choice)))
                .orElseThrow();
        if (distance(meant, choice) >= WRONG_TYPE) {
            violations.add(words.noForm(choice.instance(), formsOf(choice)));
        } else {
            tell(meant, at + 1);
        }
    }

    private static int distance(List<SchemaFault> form, Choice choice) {
        return form.stream().mapToInt(fault -> weight(fault, choice)).sum();
    }

    private static int weight(SchemaFault fault, Choice choice) {
        int depth = fault.instance().size() - choice.instance().size();
        return switch (fault.keyword()) {
            case "type" -> depth == 0 ? WRONG_TYPE : 2;
            case "const" -> 1_000;
            case "required" -> 10;
            default -> 1;
        };
    }

    private List<JsonNode> formsOf(Choice choice) {
        JsonNode node = document;
        for (Object step : choice.evaluation()) {
            node = step.equals("$ref") ? referred(node) : SchemaFault.resolve(node, List.of(step));
        }
        List<JsonNode> forms = new ArrayList<>();
        node.forEach(form -> forms.add(form.has("$ref") && !form.has("title") ? referred(form) : form));
        return forms;
    }

    private JsonNode referred(JsonNode node) {
        return document.at(node.path("$ref").asText().substring(1));
    }
}
