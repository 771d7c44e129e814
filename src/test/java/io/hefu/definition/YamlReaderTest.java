package io.hefu.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private final Violations violations = new Violations();

    @Test
    void everyNodeKnowsItsLineAndItsKeyPath() {
        assertThat(places("""
                system: crm
                fields:
                  number: lead_no
                  stage:
                    from: quotation_status
                    codes: {待联系: first-contact, 已报价: offer}
                keys:
                  - [number]
                """)).isEqualTo("""
                        crm:1 system = crm TEXT
                        crm:3 fields.number = lead_no TEXT
                        crm:5 fields.stage.from = quotation_status TEXT
                        crm:6 fields.stage.codes.待联系 = first-contact TEXT
                        crm:6 fields.stage.codes.已报价 = offer TEXT
                        crm:8 keys[0][0] = number TEXT
                        """);
    }

    @Test
    void plainValuesAreTakenForWhatTheWriterMeant() {
        assertThat(places("""
                whole: 42
                decimal: 1.50
                flag: true
                nothing:
                noCountry: NO
                clock: 09:00
                day: 2026-01-08
                phone: 0755
                invoice: 26332000000000000001
                power: 1e9999999
                quoted: "7"
                hex: 0x1F
                """)).isEqualTo("""
                        crm:1 whole = 42 INTEGER
                        crm:2 decimal = 1.50 DECIMAL
                        crm:3 flag = true FLAG
                        crm:4 nothing =  NOTHING
                        crm:5 noCountry = NO TEXT
                        crm:6 clock = 09:00 TEXT
                        crm:7 day = 2026-01-08 TEXT
                        crm:8 phone = 0755 TEXT
                        crm:9 invoice = 26332000000000000001 TEXT
                        crm:10 power = 1e9999999 TEXT
                        crm:11 quoted = 7 TEXT
                        crm:12 hex = 0x1F TEXT
                        """);
    }

    @Test
    void aTextOfSeveralLinesStandsWhereItsKeyStands() {
        assertThat(places("""
                body: |
                  您好：
                  应收款今日到期。
                subject: 提醒
                """)).contains("crm:1 body").contains("crm:4 subject");
    }

    @Test
    void aByteOrderMarkIsTolerated() {
        assertThat(places("\uFEFFsystem: crm\n")).isEqualTo("crm:1 system = crm TEXT\n");
    }

    @Test
    void windowsLineEndsCountAsOneLine() {
        assertThat(places("system: crm\r\nentity: order\r\n")).contains("crm:2 entity = order TEXT");
    }

    @Test
    void charactersOutsideTheBasicPlaneAreRead() {
        assertThat(places("name: 𠮷田㐂\n")).isEqualTo("crm:1 name = 𠮷田㐂 TEXT\n");
    }

    @Test
    void aFileThatNobodyEditsByHandIsRefusedBeforeItIsParsed() {
        byte[] huge = new byte[YamlReader.SIZE_LIMIT + 1];
        Arrays.fill(huge, (byte) '#');
        assertThat(YamlReader.read("huge.yaml", huge, violations)).isEmpty();
        assertThat(told())
                .isEqualTo("huge.yaml: the file is too large; allowed: at most 1048576 bytes;"
                        + " try: split it into several files");
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        YamlReader.read(
                "crm.yaml", "a: &x 1\nb: !!set {c}\n<<: {d: 1}\na: 2\n".getBytes(StandardCharsets.UTF_8), violations);
        assertThat(violations.all())
                .extracting(violation -> violation.position().line())
                .containsExactly(1, 2, 3, 4);
    }

    private String places(String yaml) {
        YamlNode root = YamlReader.read("crm", yaml.getBytes(StandardCharsets.UTF_8), violations)
                .orElseThrow(() -> new AssertionError(told()));
        StringBuilder shown = new StringBuilder();
        show(root, shown);
        return shown.toString();
    }

    private static void show(YamlNode node, StringBuilder shown) {
        if (node instanceof YamlMap map) {
            map.entries().values().forEach(value -> show(value, shown));
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> show(item, shown));
        } else if (node instanceof YamlScalar scalar) {
            shown.append(scalar.position() + " = " + scalar.text() + " " + scalar.kind() + "\n");
        }
    }

    private String told() {
        return violations.all().stream().map(v -> v.in(Locale.ENGLISH)).collect(Collectors.joining("\n"));
    }
}
