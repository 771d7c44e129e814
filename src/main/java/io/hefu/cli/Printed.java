package io.hefu.cli;

import picocli.CommandLine.Option;

/** The option that says how lists are printed. */
final class Printed {
    @Option(names = "--output", descriptionKey = "output", paramLabel = "table|json", defaultValue = "table")
    private Table.Format format;

    Table.Format format() {
        return format;
    }

    boolean forPeople() {
        return format == Table.Format.table;
    }
}
