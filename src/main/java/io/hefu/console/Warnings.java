package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.rules.FiringTables;
import io.hefu.rules.Mode;
import io.hefu.rules.Rule;
import io.hefu.rules.Rules;
import io.hefu.stages.IllegalJump;
import io.hefu.stages.StageModel;
import io.hefu.stages.StageModels;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules say that are not enforced: shown under {@code warn}, counted under {@code observe}. By their modes of today. */
public final class Warnings {
    private static final Map<String, Text> WOULD = Map.of(
            "hold", Text.of("%s 会扣留 %,d 条", "%s would hold %,d"),
            "warn", Text.of("%s 会警告 %,d 条", "%s would warn of %,d"),
            "remind", Text.of("%s 会提醒 %,d 条", "%s would remind of %,d"));

    private final Books books;
    private final Things things;

    public Warnings(Books books) {
        this.books = books;
        this.things = new Things(books);
    }

    /** How many records each rule that only observes would concern; empty when none. */
    public Optional<Text> observed() {
        return books.firings().counts().stream()
                .filter(count -> mode(count.rule(), count.entity())
                        .filter(mode -> !mode.isShown())
                        .isPresent())
                .map(count -> {
                    Text would = WOULD.getOrDefault(count.effect(), Text.same("%s %,d"));
                    return Text.of(would.zh(), would.en(), count.rule(), count.records());
                })
                .reduce((one, other) -> Text.of("%s，%s", "%s, %s", one, other))
                .map(all -> Text.of("只观察的规则：%s", "rules that only observe: %s", all));
    }

    List<Matter> list(int limit) {
        return matters(books.firings().latest(shownRules(), limit));
    }

    List<Matter> of(Uid uid) {
        return matters(books.firings().latestOf(uid, shownRules()));
    }

    private List<Matter> matters(List<FiringTables.Spoken> spoken) {
        Map<Uid, String> names =
                things.names(spoken.stream().map(FiringTables.Spoken::uid).toList());
        return spoken.stream()
                .filter(this::isShown)
                .map(each -> matter(each, names.get(each.uid())))
                .toList();
    }

    private Matter matter(FiringTables.Spoken spoken, String name) {
        Text title = title(spoken);
        Text sentence = spoken.sentence();
        Text reason = sentence.zh().contains(title.zh()) ? sentence : Text.of("%s：%s", "%s: %s", title, sentence);
        return new Matter(
                Matter.Kind.WARNING,
                spoken.uid() + " " + spoken.rule(),
                "",
                spoken.entity(),
                name,
                Optional.of(spoken.uid()),
                spoken.at(),
                Text.of("%s（规则 %s）", "%s (rule %s)", reason, spoken.rule()),
                Text.of(
                        "值照常有效；规则所说的改好后，警告自动消失",
                        "the value counts; once what the rule says is mended, the warning goes by itself"),
                "hefu explain " + spoken.uid());
    }

    /** Stage models share one rule id; each has a mode of its own. */
    private boolean isShown(FiringTables.Spoken spoken) {
        return spoken.faulty()
                || mode(spoken.rule(), spoken.entity()).filter(Mode::isShown).isPresent();
    }

    private Set<String> shownRules() {
        Set<String> shown = new LinkedHashSet<>();
        rules().all().stream()
                .filter(rule -> rule.mode().isShown())
                .map(Rule::id)
                .forEach(shown::add);
        if (models().stream().anyMatch(model -> model.mode().isShown())) {
            shown.add(IllegalJump.RULE);
        }
        return shown;
    }

    private Optional<Mode> mode(String rule, String entity) {
        return rule.equals(IllegalJump.RULE)
                ? model(entity).map(StageModel::mode)
                : rules().find(rule).map(Rule::mode);
    }

    private Text title(FiringTables.Spoken spoken) {
        return rules().find(spoken.rule())
                .map(Rule::title)
                .or(() -> model(spoken.entity()).map(StageModel::title))
                .orElse(Text.same(spoken.rule()));
    }

    private Optional<StageModel> model(String entity) {
        return models().stream()
                .filter(model -> model.entity().name().equals(entity))
                .findFirst();
    }

    private Rules rules() {
        return books.snapshot().get().part(Rules.class);
    }

    private List<StageModel> models() {
        return books.snapshot().get().part(StageModels.class).all();
    }
}
