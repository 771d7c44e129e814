package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.matching.MatchRule;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.table.RowFinder;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The golden records of an entity as rows to be matched; a row's id is the record's UID. */
record GoldenRows(Rows rows) {
    static GoldenRows of(MatchRule rule, GoldenRecords goldens) {
        RowsBuilder builder = new RowsBuilder(rule.compared());
        goldens.forEach(rule.entity(), golden -> {
            if (!golden.deleted()) {
                builder.add(golden.uid().toString(), 0, texts(rule, golden));
            }
        });
        return new GoldenRows(builder.build());
    }

    static List<String> texts(MatchRule rule, GoldenRecord golden) {
        List<String> texts = new ArrayList<>(rule.fields().size());
        for (FieldType field : rule.fields()) {
            texts.add(golden.merged().find(field).map(Object::toString).orElse(""));
        }
        return texts;
    }

    int size() {
        return rows.size();
    }

    Uid uid(int row) {
        return Uid.parse(rows.id(row));
    }

    /** What persons said of these rows: those that are different are never to meet. */
    Decisions decisions(List<PossibleDuplicates.Pair> decided) {
        RowFinder finder = RowFinder.of(rows);
        List<Decisions.Pair> different = new ArrayList<>();
        for (PossibleDuplicates.Pair pair : decided) {
            OptionalInt one = finder.find(pair.of().uid().toString());
            OptionalInt other = finder.find(pair.of().other().toString());
            if (one.isPresent() && other.isPresent()) {
                different.add(Decisions.Pair.of(one.getAsInt(), other.getAsInt()));
            }
        }
        return new Decisions(List.of(), different);
    }
}
