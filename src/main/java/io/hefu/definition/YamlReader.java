package io.hefu.definition;

import java.io.StringReader;
import java.util.Iterator;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one edited file into nodes that know where they stand; each fault becomes a violation with its line. */
public final class YamlReader {
    /** Bytes that a file may have: far above any that a person edits, far below one that hurts. */
    public static final int SIZE_LIMIT = 1 << 20;

    private static final int DEPTH_LIMIT = 40;

    private final String file;
    private final Violations violations;

    private YamlReader(String file, Violations violations) {
        this.file = file;
        this.violations = violations;
    }

    /**
     * @param file how the file is called in violations
     * @return empty when the file has any fault; the faults are in the violations
     */
    public static Optional<YamlNode> read(String file, byte[] bytes, Violations violations) {
        Violations ofThis = new Violations();
        Optional<YamlNode> node = new YamlReader(file, ofThis).read(bytes);
        ofThis.all().forEach(violations::add);
        return ofThis.isEmpty() ? node : Optional.empty();
    }

    private Optional<YamlNode> read(byte[] bytes) {
        if (bytes.length > SIZE_LIMIT) {
            violations.add(
                    Position.of(file),
                    Text.of("文件过大", "the file is too large"),
                    Text.of("不超过 %s 字节", "at most %s bytes", SIZE_LIMIT),
                    Text.of("把它拆成几个文件", "split it into several files"));
            return Optional.empty();
        }
        return FileText.decode(file, bytes, violations).flatMap(this::compose);
    }

    private Optional<YamlNode> compose(String text) {
        try {
            Iterator<Node> documents =
                    new Yaml(options()).composeAll(new StringReader(text)).iterator();
            if (!documents.hasNext()) {
                violations.add(
                        Position.of(file),
                        Text.of("文件是空的", "the file is empty"),
                        Text.NONE,
                        Text.of("写上内容，或删除这个文件", "write its content, or delete the file"));
                return Optional.empty();
            }
            YamlNode first = new YamlNodes(file, violations).convert(documents.next());
            refuseFurther(documents);
            return Optional.of(first);
        } catch (MarkedYAMLException fault) {
            violations.add(YamlFaults.of(file, fault));
        } catch (YAMLException fault) {
            violations.add(YamlFaults.of(file, text, fault));
        }
        return Optional.empty();
    }

    private void refuseFurther(Iterator<Node> documents) {
        if (documents.hasNext()) {
            int line = documents.next().getStartMark().getLine() + 1;
            violations.add(
                    new Position(file, line, ""),
                    Text.of("文件里不止一份 YAML 文档", "the file holds more than one YAML document"),
                    Text.of("一个文件一份", "one a file"),
                    Text.of("删去 --- 行，或拆成几个文件", "remove the line ---, or split the file"));
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_LIMIT);
        options.setCodePointLimit(SIZE_LIMIT);
        // Nothing is constructed from tags, and nodes that aliases share are never descended into: both are refused
        // with
        // a line of their own.
        options.setMaxAliasesForCollections(SIZE_LIMIT);
        options.setTagInspector(tag -> true);
        return options;
    }
}
