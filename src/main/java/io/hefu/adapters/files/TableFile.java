package io.hefu.adapters.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.hefu.definition.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV file with a header. Encoding (UTF-8 with or without a byte order mark, GB18030) and delimiter (comma, semicolon,
 * tab, bar) are found out; a row that is shorter than the header is filled up with empty cells, a longer one is a fault.
 */
public final class TableFile {
    private static final String DELIMITERS = ",;\t|";
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int LONGEST_CELL = 1 << 22;

    private final Path file;
    private final Charset charset;
    private final char delimiter;
    private final List<String> header;

    private TableFile(Path file, Charset charset, char delimiter, List<String> header) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
        this.header = header;
    }

    /** Takes the rows, one by one. */
    public interface Rows {
        /**
         * @param line at which the row begins in the file
         * @param cells as many as the header has
         */
        void row(long line, List<String> cells);
    }

    /** @throws TableFileException when it cannot be read, is empty, or its header is wrong */
    public static TableFile open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new TableFileException(file, Text.of("没有这个文件；请检查路径", "there is no such file; check the path"));
            }
            Charset charset = TextEncoding.of(file);
            char delimiter = delimiter(file, charset);
            return new TableFile(file, charset, delimiter, header(file, charset, delimiter));
        } catch (IOException | UncheckedIOException fault) {
            throw unreadable(file);
        }
    }

    public Path file() {
        return file;
    }

    public Charset charset() {
        return charset;
    }

    /** The names of the columns, none twice, none empty. */
    public List<String> header() {
        return header;
    }

    /** @throws TableFileException at the first row that cannot be read */
    public void read(Rows rows) {
        read(rows, Long.MAX_VALUE);
    }

    /** Reads no more than so many rows. */
    public void read(Rows rows, long limit) {
        try (CsvReader<CsvRecord> reader = reader(file, charset, delimiter)) {
            long count = 0;
            for (CsvRecord each : reader) {
                if (count > 0) {
                    rows.row(each.getStartingLineNumber(), filled(each));
                }
                if (count++ == limit) {
                    return;
                }
            }
        } catch (CsvParseException fault) {
            throw new TableFileException(
                    file,
                    Text.of(
                            "CSV 有误：%s；请检查引号是否成对",
                            "the CSV is wrong: %s; check that quotes come in pairs", fault.getMessage()));
        } catch (IOException | UncheckedIOException fault) {
            throw unreadable(file);
        }
    }

    private List<String> filled(CsvRecord row) {
        List<String> cells = row.getFields();
        if (cells.size() > header.size()) {
            throw new TableFileException(
                    file,
                    row.getStartingLineNumber(),
                    Text.of(
                            "这一行有 %s 格，表头只有 %s 格；含分隔符的值要加引号",
                            "the row has %s cells, the header %s; put values that hold the delimiter in quotes",
                            cells.size(),
                            header.size()));
        }
        if (cells.size() == header.size()) {
            return cells;
        }
        List<String> filled = new ArrayList<>(cells);
        while (filled.size() < header.size()) {
            filled.add("");
        }
        return filled;
    }

    private static List<String> header(Path file, Charset charset, char delimiter) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(file, charset, delimiter)) {
            var rows = reader.iterator();
            if (!rows.hasNext()) {
                throw new TableFileException(file, Text.of("文件是空的", "the file is empty"));
            }
            List<String> names =
                    rows.next().getFields().stream().map(String::strip).toList();
            Set<String> seen = new HashSet<>();
            for (String name : names) {
                if (name.isEmpty() || !seen.add(name)) {
                    throw new TableFileException(
                            file,
                            1,
                            name.isEmpty()
                                    ? Text.of("表头有空的列名", "the header has a column without a name")
                                    : Text.of("列名“%s”出现两次", "the column “%s” stands twice in the header", name));
                }
            }
            return names;
        } catch (CsvParseException fault) {
            throw new TableFileException(file, 1, Text.of("表头读不了", "the header cannot be read"));
        }
    }

    /** The one that stands most often in the first line, outside of quotes. */
    private static char delimiter(Path file, Charset charset) throws IOException {
        try (BufferedReader reader = new BufferedReader(text(file, charset))) {
            String line = reader.readLine();
            int[] counts = new int[DELIMITERS.length()];
            boolean quoted = false;
            for (int i = 0; line != null && i < line.length(); i++) {
                quoted ^= line.charAt(i) == '"';
                int which = DELIMITERS.indexOf(line.charAt(i));
                if (!quoted && which >= 0) {
                    counts[which]++;
                }
            }
            int most = 0;
            for (int i = 1; i < counts.length; i++) {
                most = counts[i] > counts[most] ? i : most;
            }
            return DELIMITERS.charAt(most);
        }
    }

    private static CsvReader<CsvRecord> reader(Path file, Charset charset, char delimiter) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .maxBufferSize(LONGEST_CELL)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text(file, charset));
    }

    private static Reader text(Path file, Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static TableFileException unreadable(Path file) {
        return new TableFileException(file, Text.of("读不了；请检查读权限", "it cannot be read; check that you may read it"));
    }
}
