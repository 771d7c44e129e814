package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.systems.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of some cells: whole, or what a pattern finds in them, wherever it finds it. A path that meets a list goes on
 * in each of its elements.
 *
 * @param never words that name nobody, such as the domains of public mail services; in small letters
 */
record RowWords(
        Slots slots,
        List<CellPath> paths,
        Optional<Pattern> pattern,
        Set<String> never,
        TextCells texts,
        Position position)
        implements Belonging.Sight {

    @Override
    public Belonging.Seen see(Row row) {
        Look look = new Look();
        Cells cells = slots.cells(row);
        paths.forEach(path -> look.at(cells.at(path.slot()), path, 1));
        return new Belonging.Seen(List.copyOf(look.words), Optional.ofNullable(look.fault));
    }

    private final class Look {
        private final Set<String> words = new LinkedHashSet<>();
        private FieldFault fault;

        void at(Object cell, CellPath path, int step) {
            if (cell == null || cell == Row.Cell.ABSENT) {
                return;
            }
            if (cell instanceof List<?> list) {
                list.forEach(item -> at(item, path, step));
            } else if (step < path.steps().size() && cell instanceof Map<?, ?> object) {
                at(object.get(path.steps().get(step)), path, step + 1);
            } else if (step < path.steps().size() && cell instanceof Row row) {
                at(row.cell(path.steps().get(step)), path, step + 1);
            } else {
                text(texts.read(cell), path);
            }
        }

        private void text(Object text, CellPath path) {
            if (text instanceof Refusal refusal) {
                refuse(path, refusal);
            } else if (pattern.isEmpty()) {
                add((String) text);
            } else {
                find((String) text, path);
            }
        }

        private void find(String text, CellPath path) {
            Matcher matcher = pattern.orElseThrow().matcher(new BoundedText(text));
            try {
                while (matcher.find()) {
                    add(Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                            .orElse(""));
                }
            } catch (BoundedText.TooManySteps | StackOverflowError endless) {
                refuse(
                        path,
                        Refusal.tooLarge(Text.of(
                                "在 %s 中查找 %s 步数过多",
                                "looking for %2$s in %1$s takes too many steps",
                                Shown.of(text),
                                pattern.orElseThrow().pattern())));
            }
        }

        private void add(String word) {
            if (!word.isBlank() && !never.contains(word.strip().toLowerCase(Locale.ROOT))) {
                words.add(word.strip());
            }
        }

        private void refuse(CellPath path, Refusal refusal) {
            Text attempt = Text.of("%s（%s）", "%s (%s)", refusal.attempt(), position.toString());
            fault = new FieldFault(refusal.kind(), path.written(), refusal.what(), attempt);
        }
    }
}
