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
        this.words = new SchemaWords(content, document);
        this.document = document;
        this.violations = violations;
    }

    void tell(List<SchemaFault> faults) {
        tell(faults, 0);
    }

    private void tell(List<SchemaFault> faults, int from) {
        Map<Choice, List<SchemaFault>> choices = new LinkedHashMap<>();
        List<SchemaFault> settled = new ArrayList<>();
        for (SchemaFault fault : faults) {
            int at = fault.choiceAfter(from);
            if (at < 0) {
                violations.add(words.violation(fault));
                settled.add(fault);
            } else {
                Choice choice = new Choice(fault.evaluation().subList(0, at + 1), fault.instanceAt(at));
                choices.computeIfAbsent(choice, c -> new ArrayList<>()).add(fault);
            }
        }
        choices.forEach((choice, ofChoice) -> {
            if (settled.stream().noneMatch(fault -> decides(fault, choice))) {
                tellChoice(choice, ofChoice);
            }
        });
    }

    /** What a form is chosen by is itself at fault: which form was meant cannot be known. */
    private static boolean decides(SchemaFault fault, Choice choice) {
        int depth = fault.instance().size() - choice.instance().size();
        return depth >= 0
                && depth <= 1
                && fault.instance().subList(0, choice.instance().size()).equals(choice.instance());
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
            violations.add(words.noForm(choice.instance(), schemaOf(choice)));
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

    private JsonNode schemaOf(Choice choice) {
        JsonNode node = document;
        for (Object step : choice.evaluation().subList(0, choice.evaluation().size() - 1)) {
            node = step.equals("$ref") ? words.referred(node) : SchemaFault.resolve(node, List.of(step));
        }
        return node;
    }
}
