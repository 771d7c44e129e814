package io.hefu.console.page;

import io.hefu.console.LookupWords;
import io.hefu.console.Things;
import io.hefu.definition.Text;
import io.hefu.journey.Lookup;
import io.hefu.matching.MatchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether a customer is there already, for programs and for salespeople; tells the fields of the allow-list only. */
@RestController
class LookupAnswer {
    private static final int VERSION = 1;
    private static final int MOST = 10;
    private static final int LONGEST = 200;

    private final Console.Shown shown;

    LookupAnswer(Console.Shown shown) {
        this.shown = shown;
    }

    /**
     * @param asked {@code q} for words of any kind, or values by the names of compared fields; {@code language} zh or en
     */
    @GetMapping("/api/v1/customers/lookup")
    ResponseEntity<Map<String, Object>> lookup(@RequestParam Map<String, String> asked) {
        Optional<Lookup> lookup = shown.lookup();
        Optional<MatchRule> rule = lookup.flatMap(Lookup::rule);
        if (rule.isEmpty()) {
            return refused(Text.of(
                    "这里没有客户查重：需要 config/matching/customer.matching.yaml",
                    "customers are not matched here: config/matching/customer.matching.yaml is needed"));
        }
        Map<String, String> values = values(rule.get(), asked);
        if (values.isEmpty()) {
            String fields = String.join(
                    ", ",
                    rule.get().compared().stream().map(field -> field.name()).toList());
            return refused(Text.of("要查什么？可用：q, %s", "what is asked for? allowed: q, %s", fields));
        }
        Locale locale = "en".equals(asked.get("language")) ? Locale.ENGLISH : Locale.CHINESE;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", VERSION);
        answer.put(
                "candidates",
                lookup.get().find(values, MOST).stream()
                        .map(found -> candidate(found, locale))
                        .toList());
        return ResponseEntity.ok(answer);
    }

    private static Map<String, String> values(MatchRule rule, Map<String, String> asked) {
        Map<String, String> values = new LinkedHashMap<>();
        String typed = cut(asked.getOrDefault("q", ""));
        if (!typed.isBlank()) {
            values.putAll(LookupWords.of(rule, typed));
        }
        rule.compared().forEach(field -> {
            String value = cut(asked.getOrDefault(field.name(), ""));
            if (!value.isBlank()) {
                values.put(field.name(), value);
            }
        });
        return values;
    }

    private static String cut(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private Map<String, Object> candidate(Lookup.Found found, Locale locale) {
        Things things = new Things(shown.books());
        Map<String, Object> candidate = new LinkedHashMap<>();
        candidate.put("uid", found.uid().toString());
        candidate.put("band", found.band().name().toLowerCase(Locale.ROOT));
        candidate.put("probability", Math.round(found.why().probability() * 1000) / 1000.0);
        found.shown()
                .forEach((field, value) -> candidate.put(
                        field.name(), things.value(field, Optional.of(value)).in(locale)));
        candidate.put("systems", found.systems());
        candidate.put("why", found.why().told().in(locale));
        return candidate;
    }

    private static ResponseEntity<Map<String, Object>> refused(Text why) {
        return ResponseEntity.badRequest().body(Map.of("version", VERSION, "error", List.of(why.zh(), why.en())));
    }
}
