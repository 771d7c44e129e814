package io.hefu.adapters.files;

import io.hefu.definition.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out how a file is encoded: the whole of it must be right in UTF-8, or else in GB18030. */
final class TextEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    private TextEncoding() {}

    /** @throws TableFileException when it is neither; names the first line that is not UTF-8 */
    static Charset of(Path file) throws IOException {
        long wrong = firstWrongLine(file, StandardCharsets.UTF_8);
        if (wrong == 0) {
            return StandardCharsets.UTF_8;
        }
        if (firstWrongLine(file, GB18030) == 0) {
            return GB18030;
        }
        throw new TableFileException(
                file,
                wrong,
                Text.of(
                        "编码既不是 UTF-8 也不是 GB18030；请用 Excel 或编辑器另存为 CSV UTF-8",
                        "the encoding is neither UTF-8 nor GB18030; save the file as CSV UTF-8"));
    }

    /** The line at which decoding fails, counted from 1; 0 when nothing does. */
    private static long firstWrongLine(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result;
                do {
                    characters.clear();
                    result = decoder.decode(bytes, characters, ended);
                    line += linesIn(characters.flip());
                } while (result.isOverflow());
                if (result.isError()) {
                    return line;
                }
                bytes.compact();
            }
        }
        return 0;
    }

    private static long linesIn(CharBuffer characters) {
        long lines = 0;
        for (int i = 0; i < characters.limit(); i++) {
            lines += characters.get(i) == '\n' ? 1 : 0;
        }
        return lines;
    }
}
