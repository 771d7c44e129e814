package io.hefu.definition;

import java.util.Iterator;
import java.util.List;

/** A list of nodes. */
public record YamlList(Position position, List<YamlNode> items) implements YamlNode, Iterable<YamlNode> {
    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public Iterator<YamlNode> iterator() {
        return items.iterator();
    }
}
