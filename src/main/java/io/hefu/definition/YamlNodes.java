package io.hefu.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * SnakeYAML's nodes as ours. Refuses what would make a place in a file ambiguous or hide what a person wrote: anchors,
 * merge keys, tags of other languages, keys written twice.
 */
final class YamlNodes {
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ, Tag.TIMESTAMP, Tag.MERGE);
    private static final Set<String> FLAGS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Set<String> NOTHINGS = Set.of("", "~", "null", "Null", "NULL");

    private final String file;
    private final Violations violations;
    private final Set<String> anchors = new HashSet<>();

    YamlNodes(String file, Violations violations) {
        this.file = file;
        this.violations = violations;
    }

    YamlNode convert(Node root) {
        return convert(root, at(root, ""));
    }

    private YamlNode convert(Node node, Position position) {
        if (node.getAnchor() != null) {
            if (anchors.add(node.getAnchor())) {
                refuseAnchor(node, position);
            }
            // Not descended into: an alias shares its anchor's node, so a "billion laughs" is never expanded.
            return new YamlScalar(position, "", YamlScalar.Kind.NOTHING);
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            violations.add(
                    position,
                    Text.of(
                            "标签 %s 不能用",
                            "the tag %s cannot be used",
                            node.getTag().getValue().replace(Tag.PREFIX, "!!")),
                    Text.of("普通的文本、数字、true/false、映射和列表", "plain text, numbers, true/false, maps and lists"),
                    Text.of("去掉以 ! 开头的标签", "remove the tag that starts with !"));
        }
        return byForm(node, position);
    }

    private YamlNode byForm(Node node, Position position) {
        if (node instanceof MappingNode map) {
            return map(map, position);
        }
        if (node instanceof SequenceNode list) {
            return list(list, position);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new YamlScalar(position, scalar.getValue(), kind(scalar));
    }

    private YamlMap map(MappingNode node, Position position) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                violations.add(
                        at(entry.getKeyNode(), position.key()),
                        Text.of("这里的键不是文本", "a key here is not a text"),
                        Text.NONE,
                        Text.of("若值以 { 或 [ 开头，给它加引号", "quote the value if it starts with { or ["));
                continue;
            }
            Position place = at(key, position.key().isEmpty() ? key.getValue() : position.key() + "." + key.getValue());
            if (isMerge(key)) {
                refuseMerge(place);
            } else if (entries.containsKey(key.getValue())) {
                refuseTwice(key.getValue(), place, entries.get(key.getValue()));
            } else {
                entries.put(key.getValue(), convert(entry.getValueNode(), place));
            }
        }
        return new YamlMap(position, entries);
    }

    private YamlList list(SequenceNode node, Position position) {
        List<YamlNode> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(convert(item, at(item, position.key() + "[" + items.size() + "]")));
        }
        return new YamlList(position, items);
    }

    /** YAML 1.2's core types: {@code no}, {@code on} and {@code 09:00} are texts, as the person who wrote them meant. */
    private static YamlScalar.Kind kind(ScalarNode node) {
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return YamlScalar.Kind.TEXT;
        }
        String text = node.getValue();
        if (NOTHINGS.contains(text)) {
            return YamlScalar.Kind.NOTHING;
        }
        if (FLAGS.contains(text)) {
            return YamlScalar.Kind.FLAG;
        }
        // A leading zero says that it is a code and no number; so does a length that no counted thing has.
        if (text.matches("[-+]?(0|[1-9][0-9]{0,17})")) {
            return YamlScalar.Kind.INTEGER;
        }
        return text.matches("[-+]?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}") ? YamlScalar.Kind.DECIMAL : YamlScalar.Kind.TEXT;
    }

    private static boolean isMerge(ScalarNode key) {
        return key.getScalarStyle() == ScalarStyle.PLAIN && key.getValue().equals("<<");
    }

    private Position at(Node node, String key) {
        return new Position(file, node.getStartMark().getLine() + 1, key);
    }

    private void refuseAnchor(Node node, Position position) {
        violations.add(
                position,
                Text.of("锚点 &%s 不能用", "the anchor &%s cannot be used", node.getAnchor()),
                Text.NONE,
                Text.of("把内容在每处写全", "write the content out in each place"));
    }

    private void refuseMerge(Position place) {
        violations.add(
                place,
                Text.of("合并键 << 不能用", "the merge key << cannot be used"),
                Text.NONE,
                Text.of("把内容在每处写全", "write the content out in each place"));
    }

    private void refuseTwice(String key, Position place, YamlNode first) {
        violations.add(
                place,
                Text.of(
                        "键 %s 写了两次，第一次在第 %s 行",
                        "the key %s stands twice, first on line %s",
                        key,
                        first.position().line()),
                Text.of("每个键一次", "each key once"),
                Text.of("合并两处，或改其中一个的名字", "join the two, or rename one of them"));
    }
}
