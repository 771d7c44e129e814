package io.hefu.documentation;

import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlReader;
import io.hefu.definition.YamlScalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an example of a mapping, the source's row at the left, the canonical record at the right:
 *
 * <pre>
 * {zt: 已报价}  →  {stage: offer}             read so
 * {zt: 已报价}  ←  {stage: offer}             written so
 * {zt: 已报价}  ⇄  {stage: offer}             both
 * {zt: 成交}    →  ✗ unknown code             the row is quarantined with this among its reasons
 * {zt: 作废}    →  – no longer used           the row is dropped by this decision
 * </pre>
 *
 * A cell {@code 0xC4E3} is these bytes.
 */
record ExampleLine(YamlMap row, String arrow, String right) {
    private static final Pattern FORM = Pattern.compile("(\\{.*})\\s+([→←⇄])\\s+(\\S.*)");

    static Optional<ExampleLine> of(String line) {
        Matcher form = FORM.matcher(line);
        return form.matches()
                ? Optional.of(new ExampleLine(
                        map(form.group(1)), form.group(2), form.group(3).strip()))
                : Optional.empty();
    }

    boolean isRead() {
        return !arrow.equals("←");
    }

    boolean isWritten() {
        return !arrow.equals("→");
    }

    Optional<String> refusal() {
        return right.startsWith("✗") ? Optional.of(right.substring(1).strip()) : Optional.empty();
    }

    Optional<String> decision() {
        return right.startsWith("–") ? Optional.of(right.substring(1).strip()) : Optional.empty();
    }

    YamlMap record() {
        return map(right);
    }

    private static YamlMap map(String written) {
        Violations violations = new Violations();
        Optional<YamlNode> node = YamlReader.read("example", written.getBytes(StandardCharsets.UTF_8), violations);
        violations.throwIfAny();
        return (YamlMap) node.orElseThrow();
    }

    /** The row's cells as an adapter gives them. */
    Map<String, Object> cells() {
        return cells(row);
    }

    private static Map<String, Object> cells(YamlMap map) {
        Map<String, Object> cells = new LinkedHashMap<>();
        map.entries().forEach((name, node) -> cells.put(name, cell(node)));
        return cells;
    }

    private static Object cell(YamlNode node) {
        if (node instanceof YamlMap map) {
            return cells(map);
        }
        if (node instanceof YamlList list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(cell(item)));
            return items;
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.kind()) {
            case NOTHING -> null;
            case INTEGER -> Long.valueOf(scalar.text());
            case DECIMAL -> new BigDecimal(scalar.text());
            case FLAG -> scalar.isTrue();
            case TEXT ->
                scalar.text().startsWith("0x")
                        ? HexFormat.of().parseHex(scalar.text().substring(2))
                        : scalar.text();
        };
    }

    /** A side as nested maps and lists of texts, to be compared. */
    static Object plain(YamlNode node) {
        if (node instanceof YamlMap map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.entries().forEach((name, inner) -> plain.put(name, plain(inner)));
            return plain;
        }
        if (node instanceof YamlList list) {
            return list.items().stream().map(ExampleLine::plain).toList();
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.kind() == YamlScalar.Kind.NOTHING ? "null" : scalar.text();
    }
}
