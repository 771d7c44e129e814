package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Things and their values as a person names and reads them. */
public final class Things {
    /** What stands for a value that is not there. */
    static final Text NOTHING = Text.of("（空）", "(nothing)");

    private static final int LISTED = 3;

    private final Books books;

    public Things(Books books) {
        this.books = books;
    }

    /** Such as {@code SJ-2026-0187} or {@code K0012 苏州精工}; the UID when the thing has neither number nor name. */
    public static String name(GoldenRecord golden) {
        Record merged = golden.merged();
        List<String> words = new ArrayList<>();
        golden.entity().keys().stream()
                .findFirst()
                .ifPresent(key ->
                        key.forEach(field -> merged.find(field).ifPresent(value -> words.add(value.toString()))));
        golden.entity()
                .find("name")
                .flatMap(merged::find)
                .map(Object::toString)
                .filter(name -> !words.contains(name))
                .ifPresent(words::add);
        return words.isEmpty() ? golden.uid().toString() : String.join(" ", words);
    }

    /** Names of several things; one that is not there is named by its UID. */
    Map<Uid, String> names(Collection<Uid> uids) {
        Map<Uid, String> names = new HashMap<>();
        uids.forEach(uid -> names.put(uid, uid.toString()));
        books.goldens().find(uids).forEach((uid, golden) -> names.put(uid, name(golden)));
        return names;
    }

    /** A field's value; {@link #NOTHING} for none. */
    public Text value(FieldType field, Optional<Object> value) {
        return value.map(there -> value(field, there)).orElse(NOTHING);
    }

    Text value(FieldType field, Object value) {
        if (value == Record.Nothing.NULL) {
            return NOTHING;
        } else if (field.type() instanceof DataType.Code code) {
            return code(books.dictionary(), code.list(), value.toString());
        } else if (value instanceof Money money) {
            return Text.same(amount(money.amount()) + " " + money.currency());
        } else if (value instanceof Boolean flag) {
            return flag ? Text.of("是", "yes") : Text.of("否", "no");
        } else if (value instanceof Instant moment) {
            return Text.same(Ages.moment(moment, books.zone()));
        } else if (value instanceof Reference reference) {
            return reference(reference);
        }
        return value instanceof List<?> list ? list(list) : Text.same(value.toString());
    }

    /** With separators of thousands and as many decimals as it has. */
    public static String amount(BigDecimal amount) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }

    /** The title of a field; its name when the dictionary has it no more. */
    Text title(String entity, String field) {
        return books.dictionary()
                .find(entity)
                .flatMap(type -> type.find(field))
                .map(FieldType::title)
                .orElse(Text.same(field));
    }

    /** The title of an entity; its name when the dictionary has it no more. */
    public Text title(String entity) {
        return books.dictionary().find(entity).map(type -> type.title()).orElse(Text.same(entity));
    }

    /** The title of a system; its id when it is not defined any more. */
    public Text system(String system) {
        return books.systems().find(system).map(found -> found.title()).orElse(Text.same(system));
    }

    private static Text code(Dictionary dictionary, String list, String code) {
        Optional<Text> title =
                dictionary.findCodes(list).map(codes -> codes.codes().get(code));
        return title.map(words -> Text.of("%s（%s）", "%s (%s)", words, code)).orElse(Text.same(code));
    }

    private Text reference(Reference reference) {
        if (reference instanceof Reference.Known known) {
            return Text.same(names(List.of(known.uid())).get(known.uid()));
        } else if (reference instanceof Reference.ByKey key) {
            return Text.same(key.system() + "/" + key.entity() + "/" + key.key());
        }
        Reference.ByBusinessKey key = (Reference.ByBusinessKey) reference;
        return Text.same(key.entity() + " " + key.value());
    }

    private static Text list(List<?> elements) {
        List<String> first = elements.stream()
                .limit(LISTED)
                .map(element -> element instanceof Record part ? element(part) : String.valueOf(element))
                .toList();
        String shown = String.join(" | ", first) + (elements.size() > LISTED ? " | …" : "");
        return Text.of("%s 项：%s", "%s: %s", elements.size(), shown);
    }

    private static String element(Record part) {
        List<String> words = new ArrayList<>();
        for (FieldType field : part.type().fields()) {
            part.find(field)
                    .filter(value -> !(value instanceof Reference) && !(value instanceof List))
                    .ifPresent(value -> words.add(value.toString()));
        }
        return String.join(" ", words.subList(0, Math.min(4, words.size())));
    }
}
