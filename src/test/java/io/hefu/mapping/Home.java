package io.hefu.mapping;

import io.hefu.definition.Definitions;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryCompiler;
import io.hefu.dictionary.Record;
import io.hefu.expression.Expressions;
import io.hefu.expression.WorkCalendar;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import io.hefu.systems.Systems;
import io.hefu.systems.SystemsCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small installation, written by a test: one entity of each type, a system that has it, and what the test maps. */
public final class Home {
    private static final String DICTIONARY = """
            entity: deal
            title: {zh: 交易, en: Deal}
            keys: [[number]]
            fields:
              number: {type: text, required: true, title: {zh: 编号, en: Number}}
              text: {type: text, title: {zh: 文本, en: Text}}
              other: {type: text, title: {zh: 其他, en: Other}}
              stage: {type: code(stage), title: {zh: 阶段, en: Stage}}
              count: {type: integer, title: {zh: 数量, en: Count}}
              rate: {type: decimal, title: {zh: 比率, en: Rate}}
              amount: {type: money, title: {zh: 金额, en: Amount}}
              day: {type: date, title: {zh: 日期, en: Day}}
              moment: {type: time, title: {zh: 时刻, en: Moment}}
              done: {type: flag, title: {zh: 完成, en: Done}}
              partner: {type: ref(partner), title: {zh: 伙伴, en: Partner}}
              lines: {type: list(line), title: {zh: 行, en: Lines}}
            """;
    private static final String PARTNER = """
            entity: partner
            title: {zh: 伙伴, en: Partner}
            keys: [[code]]
            fields:
              code: {type: text, title: {zh: 代码, en: Code}}
            """;
    private static final String LINE = """
            entity: line
            title: {zh: 行, en: Line}
            part: true
            keys: [[number]]
            fields:
              number: {type: integer, required: true, title: {zh: 行号, en: Number}}
              text: {type: text, title: {zh: 文本, en: Text}}
              price: {type: money, title: {zh: 单价, en: Price}}
            """;
    private static final String STAGES = """
            list: stage
            title: {zh: 阶段, en: Stage}
            codes:
              first-contact: {zh: 初步接触, en: First contact}
              offer: {zh: 报价, en: Offer}
              signed: {zh: 签约, en: Signed}
            """;
    private static final String CRM = """
            system: crm
            title: {zh: 旧CRM, en: Legacy CRM}
            kind: http
            transport: direct:crm-http
            zone: Asia/Shanghai
            resources:
              deals: {list: {method: GET, path: /deals, items: $.data}}
              partners: {list: {method: GET, path: /partners, items: $.data}}
            """;
    private static final String PARTNERS = """
            system: crm
            entity: partner
            read: {resource: partners, key: id}
            fields:
              code: code
            """;

    private final Path folder;
    private final Map<String, String> files = new LinkedHashMap<>();

    private Home(Path folder) {
        this.folder = folder;
        with("mappings/dictionary/deal.dictionary.yaml", DICTIONARY);
        with("mappings/dictionary/partner.dictionary.yaml", PARTNER);
        with("mappings/dictionary/line.dictionary.yaml", LINE);
        with("mappings/dictionary/codes/stage.codes.yaml", STAGES);
        with("config/systems/crm.system.yaml", CRM);
        with("mappings/crm/partner.mapping.yaml", PARTNERS);
    }

    public static Home in(Path folder) {
        return new Home(folder);
    }

    public Home with(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** The fields of {@code deal} in {@code crm}, beside its number. */
    public static Mapping deal(Path folder, String fields) {
        return in(folder).deal(fields).mapping("crm", "deal");
    }

    public Home deal(String fields) {
        return dealFile("read: {resource: deals, key: id}\nfields:\n  number: no\n" + fields.indent(2));
    }

    public Home dealFile(String content) {
        return with("mappings/crm/deal.mapping.yaml", "system: crm\nentity: deal\n" + content);
    }

    public Mapping mapping(String system, String entity) {
        Violations violations = new Violations();
        Mappings mappings = compile(violations);
        violations.throwIfAny();
        return mappings.find(system, entity).orElseThrow();
    }

    /** In English, one a line. */
    public String violations() {
        Violations violations = new Violations();
        compile(violations);
        return String.join("\n", violations.all().stream().map(Home::english).toList());
    }

    private static String english(Violation violation) {
        return violation.in(Locale.ENGLISH);
    }

    private Mappings compile(Violations violations) {
        files.forEach(this::write);
        return compile(folder, violations);
    }

    public static Mappings compile(Path home, Violations violations) {
        Definitions definitions = Definitions.load(
                home,
                List.of(
                        DictionaryCompiler.ENTITIES,
                        DictionaryCompiler.CODES,
                        SystemsCompiler.SYSTEMS,
                        MappingCompiler.MAPPINGS),
                violations);
        Dictionary dictionary = DictionaryCompiler.compile(definitions, violations);
        Systems systems = SystemsCompiler.compile(definitions, dictionary, violations);
        Expressions expressions = new Expressions(dictionary, new WorkCalendar(List.of()));
        return MappingCompiler.compile(definitions, dictionary, systems, expressions, violations);
    }

    private void write(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A row of these columns, in turn name and cell. */
    public static Row row(Object... namesAndCells) {
        List<Column> columns = new ArrayList<>();
        Object[] cells = new Object[namesAndCells.length / 2];
        for (int i = 0; i < cells.length; i++) {
            columns.add(new Column((String) namesAndCells[2 * i], ColumnType.UNKNOWN, ""));
            cells[i] = namesAndCells[2 * i + 1];
        }
        return new Row(new Shape(columns), cells);
    }

    /** A JSON object, in turn key and value. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /** What a deal's field becomes when its row carries the number and these cells. */
    public static Object read(Mapping mapping, String field, Object... namesAndCells) {
        Record record = ((MappedRow.Mapped) mapping.toRecord(numbered(namesAndCells))).record();
        return record.raw(record.type().field(field).index());
    }

    /** The faults of such a row. */
    public static List<FieldFault> faults(Mapping mapping, Object... namesAndCells) {
        return ((MappedRow.Faulty) mapping.toRecord(numbered(namesAndCells))).faults();
    }

    private static Row numbered(Object... namesAndCells) {
        List<Object> all = new ArrayList<>(List.of("no", "D1"));
        all.addAll(java.util.Arrays.asList(namesAndCells));
        return row(all.toArray());
    }
}
