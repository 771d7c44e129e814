package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compiles the decisions not to map a source field: a column or top-level key, or with dots a key inside what is mapped,
 * such as {@code lines.screenOrder}. What is dropped is dropped with all that it holds.
 */
record DropCompiler(MappingContext in, YamlMap dropped, SourceNode sources) {
    void compile() {
        // Wider decisions first, so that one inside them is seen to be none.
        dropped.entries().keySet().stream()
                .sorted(Comparator.comparingInt(path -> steps(path).size()))
                .forEach(this::drop);
    }

    /** As the gate writes a place inside a list, or as {@code from:} does. */
    private static List<String> steps(String path) {
        return CellPath.steps(path.replace("[]", ""));
    }

    private void drop(String path) {
        List<String> steps = steps(path);
        Position position = dropped.at(path);
        SourceNode node = sources;
        for (int i = 0; i < steps.size(); i++) {
            Optional<SourceNode> next = node.find(steps.get(i));
            boolean last = i == steps.size() - 1;
            if (next.isEmpty() && (i == 0 || last && !node.isEmpty())) {
                // Nothing of this column is mapped: then the name stands for itself, dots and all.
                node.decided(i == 0 ? path : steps.get(i), position);
                return;
            }
            if (next.isEmpty()) {
                refuseNothingMapped(path, String.join(".", steps.subList(0, node.isEmpty() ? i : i + 1)), node);
                return;
            }
            node = next.get();
            if (!node.isMapped()) {
                refuseTwice(path, node.position());
                return;
            }
        }
        refuseMapped(path, node.position());
    }

    private void refuseMapped(String path, Position mapped) {
        in.refuse(
                dropped.at(path),
                Text.of("%s 既映射（%s）又丢弃", "%s is both mapped (%s) and dropped", path, mapped.toString()),
                Text.of("去掉其中一处", "take away one of the two"));
    }

    private void refuseTwice(String path, Position other) {
        in.refuse(
                dropped.at(path),
                Text.of("%s 已由 %s 决定", "%s is decided by %s already", path, other.toString()),
                Text.of(
                        "去掉其中一处；丢弃一个字段就丢弃了它里面的一切",
                        "take away one of the two; a dropped field is dropped with all that it holds"));
    }

    private void refuseNothingMapped(String path, String whole, SourceNode node) {
        in.refuse(
                dropped.at(path),
                node.isEmpty()
                        ? Text.of(
                                "%s 整个被读取（%s），里面没有什么可丢弃",
                                "%s is read as a whole (%s), so that nothing inside it can be dropped",
                                whole,
                                node.position().toString())
                        : Text.of("%s 里没有映射任何字段", "nothing inside %s is mapped", whole),
                node.isEmpty()
                        ? Text.of("去掉这个决定", "take this decision away")
                        : Text.of("丢弃整个 %s，或核对写法", "drop %s as a whole, or check how it is written", whole));
    }
}
