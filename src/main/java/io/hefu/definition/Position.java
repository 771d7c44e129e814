package io.hefu.definition;

/**
 * Where something stands in an edited file.
 *
 * @param file path as a person would type it from the installation's folder
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param key dotted path of keys inside the file, such as {@code fields.stage.codes}; empty for the file as a whole
 */
public record Position(String file, int line, String key) {
    public static Position of(String file) {
        return new Position(file, 0, "");
    }

    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return key.isEmpty() ? place : place + " " + key;
    }
}
