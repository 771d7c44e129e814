package io.hefu.drift;

import io.hefu.systems.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link KnownShape} as the ledger keeps it: a line with the count of records, then one for each field with its type, its
 * carriers, of how many records, and its name after those of the fields that hold it, all parted by tabs.
 *
 * <p>The first form knew top-level fields only, and for each its type, carriers and bare name; it is read as well.
 */
final class ShapeText {
    private static final String FORM = "\t2";
    private static final String FIELD = "\t";
    private static final int NAME = 3;

    private ShapeText() {}

    static String write(KnownShape shape) {
        StringBuilder text = new StringBuilder().append(shape.records()).append(FORM);
        write(shape.fields(), "", text);
        return text.toString();
    }

    private static void write(Map<String, KnownField> fields, String before, StringBuilder text) {
        fields.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            KnownField field = entry.getValue();
            String path = before + FIELD + escaped(entry.getKey());
            text.append('\n')
                    .append(field.type())
                    .append(FIELD)
                    .append(field.carriers())
                    .append(FIELD)
                    .append(field.of())
                    .append(path);
            write(field.inside(), path, text);
        });
    }

    /** @throws IllegalArgumentException when the text was not written by {@link #write}, now or in its first form */
    static KnownShape read(String text) {
        String[] lines = text.split("\n", -1);
        return lines[0].endsWith(FORM) ? readNow(lines) : readFirstForm(lines);
    }

    private static KnownShape readFirstForm(String[] lines) {
        long records = Long.parseLong(lines[0]);
        Map<String, KnownField> fields = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(FIELD, 3);
            // A name with a line break in it was torn; that field is learned anew.
            if (parts.length == 3) {
                fields.put(
                        parts[2],
                        new KnownField(ColumnType.valueOf(parts[0]), Long.parseLong(parts[1]), records, Map.of()));
            }
        }
        return new KnownShape(records, fields);
    }

    /** What holds a field stands before it. */
    private static KnownShape readNow(String[] lines) {
        Map<List<String>, Map<String, KnownField>> inside = new LinkedHashMap<>();
        for (int i = lines.length - 1; i > 0; i--) {
            List<String> parts = List.of(lines[i].split(FIELD, -1));
            List<String> path = parts.subList(NAME, parts.size());
            KnownField field = new KnownField(
                    ColumnType.valueOf(parts.get(0)),
                    Long.parseLong(parts.get(1)),
                    Long.parseLong(parts.get(2)),
                    inside.getOrDefault(path, Map.of()));
            inside.computeIfAbsent(path.subList(0, path.size() - 1), level -> new LinkedHashMap<>())
                    .put(unescaped(path.get(path.size() - 1)), field);
        }
        long records = Long.parseLong(lines[0].substring(0, lines[0].length() - FORM.length()));
        return new KnownShape(records, inside.getOrDefault(new ArrayList<String>(), Map.of()));
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                i++;
                c = name.charAt(i) == 't' ? '\t' : name.charAt(i) == 'n' ? '\n' : name.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }
}
