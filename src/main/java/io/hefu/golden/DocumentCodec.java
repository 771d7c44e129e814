package io.hefu.golden;

import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Uid;
import io.hefu.store.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Golden records as the bytes that are stored, and back. Safe for many threads.
 *
 * <p>The format, version 1. Numbers are base-128 varints, low bits first; "signed" ones zigzag; a text is its length in
 * bytes and UTF-8.
 *
 * <pre>
 * document    = format:byte dictionary:number flags:byte systems:number system* [holds:number hold*] [deletion]
 * flags       = 1 deleted, 2 with holds
 * system      = name:text  newest batch * 2 + mixed:number  states  [age of each word in batches:number* when mixed]  values
 * states      = 2 bits a field, the first field in the lowest: 0 absent or empty list, 1 value, 2 blank, 3 cleared
 * values      = of each field in state 1, by its kind
 * hold        = field:number rule:text words:number (system:text batch:number state:byte [value])*
 * deletion    = system:text batch:number
 * decimal     = zigzag(scale) * 2 + big:number, then signed, or when big a length and two's complement bytes
 * money       = currency:byte (0: a text follows) decimal;  date = signed day;  time = signed second, nanosecond:number
 * reference   = 0 and 16 bytes | 1 system entity key | 2 entity field value;  list = count:number (states values)*
 * </pre>
 *
 * <p>The dictionary number says which fields in which order; see {@link DictionaryVersions}. Repeated for nobody: names of
 * fields, types, and batches that are all the same.
 */
public final class DocumentCodec {
    static final int FORMAT = 1;
    static final int DELETED = 1;
    static final int WITH_HOLDS = 2;

    private final Dictionary dictionary;
    private final Map<String, WordsEncoder> encoders = new ConcurrentHashMap<>();
    private final Map<Integer, ReadingPlan> plans = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers;
    private final IntFunction<Optional<Layout>> layouts;
    private final Conversion conversion;

    /**
     * @param numbers entity to the number of its layout of today
     * @param layouts the layout of a number, of today or of before
     */
    DocumentCodec(
            Dictionary dictionary,
            Map<String, Integer> numbers,
            IntFunction<Optional<Layout>> layouts,
            Conversion conversion) {
        this.dictionary = dictionary;
        this.numbers = Map.copyOf(numbers);
        this.layouts = layouts;
        this.conversion = conversion;
    }

    /** The number under which documents of the entity are written today. */
    public int dictionaryNumber(EntityType entity) {
        return numbers.get(entity.name());
    }

    public byte[] encode(GoldenRecord record) {
        GoldenDocument document = GoldenDocument.of(record);
        String entity = document.entity().name();
        WordsEncoder encoder = encoders.computeIfAbsent(
                entity, name -> new WordsEncoder(numbers.get(name), Layout.of(dictionary.entity(name), dictionary)));
        return encoder.encode(document);
    }

    /**
     * @param entity as named in the dictionary of today
     * @throws StoreException when it was written by a newer program, or a retyped field has no conversion
     */
    public GoldenRecord decode(Uid uid, String entity, long version, byte[] bytes) {
        DocumentReader reader = new DocumentReader(bytes);
        int format = reader.one();
        if (format != FORMAT) {
            throw new StoreException(
                    "黄金记录 " + uid + " 的存储格式是 " + format + "，本程序只认识格式 " + FORMAT + "。请使用写入它的那个较新版本的程序。",
                    "Golden record " + uid + " is stored in format " + format + "; this program knows format " + FORMAT
                            + ". Use the newer program that wrote it.",
                    false);
        }
        ReadingPlan plan = plan(reader.count(), entity, uid);
        return new WordsDecoder(reader, plan, conversion).decode(uid, version);
    }

    private ReadingPlan plan(int number, String entity, Uid uid) {
        ReadingPlan known = plans.get(number);
        if (known != null) {
            return known;
        }
        Layout layout = layouts.apply(number)
                .orElseThrow(() -> new StoreException(
                        "黄金记录 " + uid + " 用数据字典第 " + number + " 版写入，而中枢数据库里没有这一版。请检查数据库是否完整恢复。",
                        "Golden record " + uid + " was written under dictionary number " + number
                                + ", which the hub's database does not have. Check that it was restored as a whole.",
                        false));
        ReadingPlan plan = ReadingPlan.of(layout, dictionary.entity(entity), dictionary);
        plans.put(number, plan);
        return plan;
    }
}
