package io.hefu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.hefu.definition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of named columns: printed for people in aligned columns, for programs as JSON. */
final class Table {
    /** Raised when a column is renamed or goes; new columns do not raise it. */
    private static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** How a list is printed. */
    enum Format {
        table,
        json
    }

    private enum Place {
        LEFT,
        RIGHT,
        /** On a line of its own under the row. */
        BELOW,
        /** For programs only. */
        HIDDEN
    }

    /** Wider cells do not widen their column. */
    private static final int WIDEST = 60;

    private record Column(String id, Text title, Place place) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    Table left(String id, Text title) {
        return column(id, title, Place.LEFT);
    }

    /** Numbers. */
    Table right(String id, Text title) {
        return column(id, title, Place.RIGHT);
    }

    Table below(String id, Text title) {
        return column(id, title, Place.BELOW);
    }

    Table hidden(String id) {
        return column(id, Text.NONE, Place.HIDDEN);
    }

    private Table column(String id, Text title, Place place) {
        columns.add(new Column(id, title, place));
        return this;
    }

    /** @param cells one a column: texts, numbers or anything else that has words; empty texts are left out below */
    void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, " + cells.length + " cells");
        }
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(Terminal terminal, Format format) {
        if (format == Format.json) {
            terminal.out().println(json(terminal));
        } else {
            lines(terminal).forEach(terminal.out()::println);
        }
    }

    private String json(Terminal terminal) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                Object cell = row.get(i);
                object.put(columns.get(i).id(), cell instanceof Number ? cell : shown(cell, terminal));
            }
            objects.add(object);
        }
        try {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("version", VERSION);
            whole.put("rows", objects);
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers can be written", impossible);
        }
    }

    List<String> lines(Terminal terminal) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Width.of(columns.get(i).title().in(terminal.locale()));
            for (List<Object> row : rows) {
                int width = Width.of(cell(row.get(i), terminal));
                widths[i] = width <= WIDEST ? Math.max(widths[i], width) : widths[i];
            }
        }
        List<String> lines = new ArrayList<>();
        List<Object> titles = columns.stream().<Object>map(Column::title).toList();
        lines.add(terminal.bold(line(titles, widths, terminal)));
        for (List<Object> row : rows) {
            lines.add(line(row, widths, terminal));
            lines.addAll(below(row, terminal));
        }
        return lines;
    }

    // a longer cell pushes only its own line apart
    private String line(List<Object> cells, int[] widths, Terminal terminal) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Place place = columns.get(i).place();
            if (place == Place.LEFT || place == Place.RIGHT) {
                String shown = cell(cells.get(i), terminal);
                line.append(line.isEmpty() ? "" : "  ")
                        .append(
                                place == Place.LEFT
                                        ? Width.padded(shown, widths[i])
                                        : Width.paddedLeft(shown, widths[i]));
            }
        }
        return line.toString().stripTrailing();
    }

    private List<String> below(List<Object> row, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String shown = cell(row.get(i), terminal);
            if (columns.get(i).place() == Place.BELOW && !shown.isEmpty()) {
                lines.add("    " + terminal.faint(terminal.word(columns.get(i).title()) + " ") + shown);
            }
        }
        return lines;
    }

    /** Control characters, and those that turn the direction of what follows. */
    private static boolean steers(int point) {
        return Character.isISOControl(point)
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069
                || point == 0x200E
                || point == 0x200F;
    }

    private static String shown(Object cell, Terminal terminal) {
        return cell instanceof Text text ? text.in(terminal.locale()) : String.valueOf(cell);
    }

    /** On one line, and without anything that could steer the terminal. */
    private static String cell(Object cell, Terminal terminal) {
        if (cell instanceof Long number) {
            return String.format(java.util.Locale.ROOT, "%,d", number);
        }
        StringBuilder line = new StringBuilder();
        shown(cell, terminal)
                .codePoints()
                .map(point -> steers(point) ? ' ' : point)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
