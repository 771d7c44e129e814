package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.journey.MatchRun;
import io.hefu.matching.MatchRule;
import io.hefu.matching.MatchRules;
import java.util.List;
import java.util.Optional;

/** Matches the hub's own records of an entity now, and shows both bands. */
final class OwnMatching {
    private OwnMatching() {}

    static int run(Desk desk, AtHome home, String entity, Printed printed) {
        Terminal terminal = desk.terminal();
        try (Hub hub = desk.open(home.folder()).requireSound()) {
            MatchRule rule = rule(hub, entity);
            MatchRun.Result result = Engine.deciding(hub).matching().run(entity, true, new MatchTold(terminal));
            table(result).print(terminal, printed.format());
            if (printed.forPeople()) {
                terminal.say(next(result, rule.automatic()));
            }
        }
        return Hefu.FINE;
    }

    private static MatchRule rule(Hub hub, String entity) {
        MatchRules rules = hub.books().snapshot().get().part(MatchRules.class);
        List<String> known =
                rules.all().stream().map(rule -> rule.entity().name()).toList();
        return rules.of(entity)
                .orElseThrow(() -> new Complaint(
                        known.isEmpty()
                                ? Text.of(
                                        "没有查重文件；可尝试：写 config/matching/%s.matching.yaml",
                                        "there is no matching file; try: write config/matching/%s.matching.yaml",
                                        entity)
                                : Text.of(
                                        "没有 %s 的查重文件；允许：%s；可尝试：写 config/matching/%1$s.matching.yaml",
                                        "there is no matching file of %s; allowed: %s; try: write config/matching/%1$s.matching.yaml",
                                        entity,
                                        String.join(", ", known))));
    }

    private static Table table(MatchRun.Result result) {
        Table table = new Table().left("figure", Text.of("项目", "figure")).right("value", Text.of("数值", "value"));
        table.row(Text.of("记录", "records"), result.records());
        table.row(Text.of("已打分的对", "pairs scored"), result.scored());
        table.row(Text.of("自动：确定是同一个的对", "automatic: pairs that are certain"), result.automatic());
        table.row(Text.of("待审：须人判断的对", "review: pairs for a person"), result.review());
        table.row(Text.of("否决：像而不可能相同的对", "veto: alike, but two things"), result.vetoed());
        table.row(Text.of("已自动合并的记录", "records merged by themselves"), result.merged());
        return table;
    }

    private static Text next(MatchRun.Result result, Optional<String> automatic) {
        if (result.automatic() + result.review() == 0) {
            return Text.of("没有要判断的。", "There is nothing to judge.");
        }
        return automatic
                .map(by -> Text.of(
                        "自动合并由 %s 打开；其余用 hefu review 判断。",
                        "Automatic merges were switched on by %s; judge the rest by hefu review.", by))
                .orElse(Text.of(
                        "全部待审，没有自动合并任何记录：hefu review。",
                        "All of them are for a person to judge, nothing merged by itself: hefu review."));
    }
}
