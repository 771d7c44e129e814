package io.hefu.adapters.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a CSV file in UTF-8, row by row. */
public final class TableWriter implements AutoCloseable {
    private final CsvWriter writer;

    private TableWriter(CsvWriter writer) {
        this.writer = writer;
    }

    public static TableWriter create(Path file, String... header) throws IOException {
        TableWriter table =
                new TableWriter(CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        table.row(header);
        return table;
    }

    public void row(String... cells) {
        writer.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
