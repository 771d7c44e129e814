package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.systems.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A column, or a place inside the object or list that a column holds: {@code address.city}, {@code lines.0.price}. A
 * doubled dot belongs to the key before it, since some systems end the keys of related records with a dot:
 * {@code party..code} is {@code code} inside {@code party.}.
 */
final class CellPath {
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,4}");

    private final String written;
    private final List<String> steps;
    private final int slot;
    private final boolean above;

    private CellPath(String written, List<String> steps, int slot, boolean above) {
        this.above = above;
        this.written = written;
        this.steps = steps;
        this.slot = slot;
    }

    static CellPath of(String written, Slots slots) {
        List<String> steps = steps(written);
        return new CellPath(written, steps, slots.of(steps.get(0)), false);
    }

    /** Stands in the elements of a list for a column of the record around it; no element can have a column of this name. */
    static CellPath above(String column, Slots slots) {
        return new CellPath(column, List.of(column), slots.of("\u0000" + column), true);
    }

    int slot() {
        return slot;
    }

    static List<String> steps(String written) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            boolean dot = written.charAt(i) == '.';
            boolean last = i + 1 == written.length();
            if (dot
                    && !step.isEmpty()
                    && !last
                    && (step.charAt(step.length() - 1) == '.' || written.charAt(i + 1) != '.')) {
                steps.add(step.toString());
                step.setLength(0);
            } else {
                step.append(written.charAt(i));
            }
        }
        steps.add(step.toString());
        return List.copyOf(steps);
    }

    String written() {
        return written;
    }

    String column() {
        return steps.get(0);
    }

    List<String> steps() {
        return steps;
    }

    /** Whether it stands for a column of the record around the list. */
    boolean isAbove() {
        return above;
    }

    boolean hasIndex() {
        return steps.stream().skip(1).anyMatch(CellPath::isIndex);
    }

    static boolean isIndex(String step) {
        return INDEX.matcher(step).matches();
    }

    /** The path with {@code []} for the place in a list, which is how the gate names what all elements have. */
    String ofAnyElement() {
        StringBuilder path = new StringBuilder(column());
        steps.stream().skip(1).forEach(step -> path.append(isIndex(step) ? "[]" : "." + step));
        return path.toString();
    }

    /** A cell, Java null, {@code Row.Cell.ABSENT}, or a {@link Refusal} when what should hold it is no object. */
    Object read(Cells cells) {
        Object cell = cells.at(slot);
        for (int i = 1; i < steps.size() && cell != null && cell != Row.Cell.ABSENT; i++) {
            cell = inside(cell, steps.get(i));
            if (cell instanceof Refusal) {
                return cell;
            }
        }
        return cell;
    }

    private static Object inside(Object cell, String step) {
        if (cell instanceof Map<?, ?> object) {
            Object inner = object.get(step);
            return inner == null && !object.containsKey(step) ? Row.Cell.ABSENT : inner;
        }
        if (cell instanceof Row row) {
            return row.cell(step);
        }
        if (cell instanceof List<?> list && INDEX.matcher(step).matches()) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        return Refusal.retyped(cell, Text.of("含有 %s 的对象", "an object that holds %s", step));
    }

    @Override
    public String toString() {
        return written;
    }
}
