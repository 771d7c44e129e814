package io.hefu.matching;

import java.util.List;
import java.util.Optional;

/** The matching of every entity that has any. */
public record MatchRules(List<MatchRule> all) {
    public MatchRules {
        all = List.copyOf(all);
    }

    public Optional<MatchRule> of(String entity) {
        return all.stream().filter(rule -> rule.entity().name().equals(entity)).findFirst();
    }
}
