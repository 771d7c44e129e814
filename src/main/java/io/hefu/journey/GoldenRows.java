package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.matching.MatchRule;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Set<String> named = new HashSet<>();
        decided.forEach(pair -> named.addAll(
                List.of(pair.of().uid().toString(), pair.of().other().toString())));
        Map<String, Integer> places = new HashMap<>();
        for (int row = 0; row < rows.size() && places.size() < named.size(); row++) {
            String id = rows.id(row);
            if (named.contains(id)) {
                places.put(id, row);
            }
        }
        List<Decisions.Pair> different = new ArrayList<>();
        for (PossibleDuplicates.Pair pair : decided) {
            Integer one = places.get(pair.of().uid().toString());
            Integer other = places.get(pair.of().other().toString());
            if (one != null && other != null) {
                different.add(Decisions.Pair.of(one, other));
            }
        }
        return new Decisions(List.of(), different);
    }
}
