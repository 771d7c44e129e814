package io.hefu.drift;

import io.hefu.definition.Text;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.SourceField;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a vanished field seems to live on under another name: tries the new field's values in the old one's place, with the
 * mapping as it is, and counts how many are understood.
 */
final class RenameHint {
    private static final int ROWS = 200;
    private static final int LIKELY = 50;
    private static final Pattern ELEMENT = Pattern.compile("\\[[0-9]+]|\\.[0-9]{1,4}(?=\\.|$)");

    private final Mapping mapping;
    private final RowBatch batch;
    private final Place place;
    private final SourceField vanished;
    private final Optional<KnownField> was;

    RenameHint(Mapping mapping, RowBatch batch, Place place, SourceField vanished, Optional<KnownField> was) {
        this.mapping = mapping;
        this.batch = batch;
        this.place = place;
        this.vanished = vanished;
        this.was = was;
    }

    /** Whether any of these may be the vanished field's new name. */
    boolean isLikely(List<SeenField> news) {
        return !likely(news).isEmpty();
    }

    /** What to say of the one that is most likely; nothing when several are as likely. */
    Optional<Text> of(List<SeenField> news) {
        Map<String, Integer> likely = likely(news);
        int most = likely.values().stream().max(Integer::compare).orElse(0);
        List<String> best = likely.keySet().stream()
                .filter(name -> likely.get(name) == most)
                .toList();
        return best.size() == 1
                ? Optional.of(renamed(best.get(0), most))
                : best.isEmpty() ? onlyOne(news) : several(best);
    }

    private static Text renamed(String name, int understood) {
        return Text.of(
                "看起来改名为“%s”：它的值有 %s%% 能按原映射读懂",
                "it looks renamed to \"%s\": %s%% of its values are understood by the mapping as it is",
                name,
                understood);
    }

    private static Optional<Text> several(List<String> names) {
        String all = String.join(", ", names);
        return Optional.of(Text.of("若是改名，可能是其中之一：%s", "if it was renamed, it may be one of %s", all));
    }

    private static Optional<Text> onlyOne(List<SeenField> news) {
        return news.size() == 1
                ? Optional.of(Text.of(
                        "同时多出唯一的新字段“%s”，可能是改名，但它的值按原映射读不懂，代码也要一起改",
                        "the only new field is \"%s\": perhaps a rename, but its values are not understood by the mapping"
                                + " as it is, so the codes must change too",
                        news.get(0).name()))
                : Optional.empty();
    }

    /** How many per cent of its values are understood in the old place, for each that may be the new name. */
    private Map<String, Integer> likely(List<SeenField> news) {
        Map<String, Integer> likely = new LinkedHashMap<>();
        for (SeenField field : news) {
            if (was.map(KnownField::type).filter(type -> !field.holds(type)).isEmpty()) {
                int understood = understood(field.name());
                if (understood >= LIKELY) {
                    likely.put(field.name(), understood);
                }
            }
        }
        return likely;
    }

    private int understood(String name) {
        int tried = 0;
        int understood = 0;
        for (Row row : batch.rows()) {
            if (tried == ROWS) {
                break;
            }
            Optional<Row> renamed = new Renaming(place.steps(), name, vanished.name()).of(row);
            if (renamed.isPresent()) {
                tried++;
                understood += reads(renamed.get()) ? 1 : 0;
            }
        }
        return tried == 0 ? 0 : understood * 100 / tried;
    }

    private boolean reads(Row row) {
        MappedRow mapped = mapping.toRecord(row);
        return !(mapped instanceof MappedRow.Faulty faulty)
                || faulty.faults().stream().noneMatch(fault -> concerns(fault.source()));
    }

    private boolean concerns(String source) {
        String anyElement = ELEMENT.matcher(source).replaceAll("[]");
        return vanished.labels().stream()
                .anyMatch(label -> anyElement.equals(label)
                        || anyElement.startsWith(label + "[")
                        || anyElement.startsWith(label + "."));
    }
}
