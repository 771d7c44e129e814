package io.hefu.adapters.files;

import io.hefu.definition.Text;
import java.nio.file.Path;

/** A file of rows cannot be read; says where, what is wrong and what to try. Trying again changes nothing. */
public final class TableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Text what;

    TableFileException(Path file, long line, Text what) {
        this(Text.of("%s:%s：%s", "%s:%s: %s", file, line, what));
    }

    TableFileException(Path file, Text what) {
        this(Text.of("%s：%s", "%s: %s", file, what));
    }

    private TableFileException(Text what) {
        super(what.en());
        this.what = what;
    }

    public Text what() {
        return what;
    }
}
