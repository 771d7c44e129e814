package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Awaited;
import io.hefu.ledger.ParkedRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person can choose from, for a record that waits for a person. */
final class Choices {
    /** More are counted, not named. */
    private static final int NAMED = 10;

    private final Books books;
    private final ParkedRecord record;
    private final List<Awaited.Choice> choices;

    Choices(Books books, ParkedRecord record) {
        this.books = books;
        this.record = record;
        this.choices = record.awaited().stream()
                .filter(Awaited.Choice.class::isInstance)
                .map(Awaited.Choice.class::cast)
                .toList();
    }

    /** The candidates by their names of today. */
    Text attempt() {
        if (choices.isEmpty()) {
            return Text.of(
                    "写明它属于哪一个，或用 hefu discard %1$s 放弃；认得出时会自动归入",
                    "say which it belongs to, or give it up by hefu discard %s; it goes by itself once it can be told",
                    record.id());
        }
        String named = names().stream().limit(NAMED).collect(Collectors.joining("; "));
        String more = choices.size() > NAMED ? "; …" : "";
        return Text.of(
                "候选：%s；选定一个，或用 hefu discard %s 放弃",
                "candidates: %s; choose one, or give it up by hefu discard %s", named + more, record.id());
    }

    /** What stands for the choice in the command. */
    String typed() {
        return choices.isEmpty()
                ? "…"
                : choices.stream().limit(NAMED).map(Choices::number).collect(Collectors.joining("|"));
    }

    private List<String> names() {
        return books.dictionary()
                .find(record.flow().entity())
                .map(entity -> books.goldens()
                        .byBusinessKey(
                                entity,
                                choices.stream()
                                        .map(Awaited.Choice::businessKey)
                                        .toList()))
                .map(this::names)
                .orElse(List.of());
    }

    private List<String> names(Map<String, Uid> uids) {
        Map<Uid, String> names = new Things(books).names(uids.values());
        return choices.stream()
                .map(choice -> uids.containsKey(choice.businessKey())
                        ? names.get(uids.get(choice.businessKey()))
                        : number(choice))
                .toList();
    }

    private static String number(Awaited.Choice choice) {
        return choice.businessKey().substring(choice.businessKey().indexOf('=') + 1);
    }
}
