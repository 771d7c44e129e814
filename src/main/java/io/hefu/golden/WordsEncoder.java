package io.hefu.golden;

import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes the documents of one entity. */
final class WordsEncoder {
    static final int ABSENT = 0;
    static final int VALUE = 1;
    static final int BLANK = 2;
    static final int CLEARED = 3;

    private static final ThreadLocal<DocumentWriter> WRITERS = ThreadLocal.withInitial(DocumentWriter::new);

    private final int dictionaryNumber;
    private final Fields fields;

    WordsEncoder(int dictionaryNumber, Layout layout) {
        this.dictionaryNumber = dictionaryNumber;
        this.fields = Fields.of(layout.fields());
    }

    /** What to write for each field of an entity or of a part, in their order. */
    private static final class Fields {
        private final ValueKind[] kinds;
        private final Fields[] parts;

        private Fields(ValueKind[] kinds, Fields[] parts) {
            this.kinds = kinds;
            this.parts = parts;
        }

        static Fields of(List<Layout.Stored> stored) {
            return new Fields(
                    stored.stream().map(Layout.Stored::kind).toArray(ValueKind[]::new),
                    stored.stream().map(field -> of(field.part())).toArray(Fields[]::new));
        }
    }

    byte[] encode(GoldenDocument document) {
        DocumentWriter writer = WRITERS.get().start();
        writer.one(DocumentCodec.FORMAT);
        writer.number(dictionaryNumber);
        boolean holds = !document.held().isEmpty();
        writer.one((document.deleted() ? DocumentCodec.DELETED : 0) | (holds ? DocumentCodec.WITH_HOLDS : 0));
        writer.number(document.words().size());
        for (Words words : document.words()) {
            words(writer, words);
        }
        if (holds) {
            writer.number(document.held().size());
            document.held().forEach(held -> held(writer, held));
        }
        document.deletion().ifPresent(deletion -> {
            writer.text(deletion.system());
            writer.number(deletion.batch());
        });
        return writer.written();
    }

    private void words(DocumentWriter writer, Words words) {
        writer.text(words.system());
        boolean mixed = !words.allInOneBatch();
        writer.number(words.batch() << 1 | (mixed ? 1 : 0));
        int place = states(writer, fields, words.said());
        for (int i = 0; i < fields.kinds.length; i++) {
            if (!words.clearsNothing() && words.clears(i)) {
                writer.orAt(place + i / 4, 1 << i % 4 * 2); // a blank becomes a cleared one
            }
            if (mixed && words.speaks(i)) {
                writer.number(words.batch() - words.batchOf(i));
            }
        }
        values(writer, fields, words.said());
    }

    private static int states(DocumentWriter writer, Fields fields, Record record) {
        int place = writer.reserve((fields.kinds.length + 3) / 4);
        for (int i = 0; i < fields.kinds.length; i++) {
            writer.orAt(place + i / 4, state(record.raw(i)) << i % 4 * 2);
        }
        return place;
    }

    private static int state(Object value) {
        if (value == null) {
            return ABSENT;
        }
        if (value == Record.Nothing.NULL) {
            return BLANK;
        }
        return value instanceof List<?> list && list.isEmpty() ? ABSENT : VALUE;
    }

    private static void values(DocumentWriter writer, Fields fields, Record record) {
        for (int i = 0; i < fields.kinds.length; i++) {
            Object value = record.raw(i);
            if (state(value) == VALUE) {
                value(writer, fields, i, value);
            }
        }
    }

    private static void value(DocumentWriter writer, Fields fields, int index, Object value) {
        switch (fields.kinds[index]) {
            case TEXT -> writer.text((String) value);
            case INTEGER -> writer.signed((Long) value);
            case DECIMAL -> writer.decimal((BigDecimal) value);
            case MONEY -> writer.money((Money) value);
            case DATE -> writer.date((LocalDate) value);
            case TIME -> writer.time((Instant) value);
            case FLAG -> writer.one((Boolean) value ? 1 : 0);
            case REF -> writer.reference((Reference) value);
            case LIST -> list(writer, fields.parts[index], (List<?>) value);
        }
    }

    private static void list(DocumentWriter writer, Fields part, List<?> elements) {
        writer.number(elements.size());
        for (Object element : elements) {
            states(writer, part, (Record) element);
            values(writer, part, (Record) element);
        }
    }

    private void held(DocumentWriter writer, HeldWords held) {
        int index = held.field().index();
        writer.number(index);
        writer.text(held.rule());
        writer.number(held.words().size());
        held.words().forEach((system, word) -> {
            writer.text(system);
            writer.number(word.batch());
            int state = state(word.value());
            writer.one(state == BLANK && word.clears() ? CLEARED : state);
            if (state == VALUE) {
                value(writer, fields, index, word.value());
            }
        });
    }
}
