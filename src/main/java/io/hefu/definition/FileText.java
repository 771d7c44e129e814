package io.hefu.definition;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of an edited file: strict UTF-8, with or without a byte order mark. */
final class FileText {
    private FileText() {}

    static Optional<String> decode(String file, byte[] bytes, Violations violations) {
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(input, text, true);
        if (result.isError()) {
            violations.add(
                    new Position(file, lineAt(bytes, input.position()), ""),
                    Text.of("文件不是 UTF-8 编码", "the file is not in UTF-8"),
                    Text.same("UTF-8"),
                    advice(bytes));
            return Optional.empty();
        }
        String decoded = text.flip().toString();
        return Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    private static Text advice(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Text.of("它看来是 UTF-16；用编辑器另存为 UTF-8", "it looks like UTF-16; save it as UTF-8 in the editor");
        }
        if (readableAs(Charset.forName("GB18030"), bytes)) {
            return Text.of(
                    "它看来是 GBK（记事本里叫 ANSI）；用编辑器另存为 UTF-8",
                    "it looks like GBK (Notepad calls it ANSI); save it as UTF-8 in the editor");
        }
        return Text.of("用编辑器另存为 UTF-8", "save it as UTF-8 in the editor");
    }

    private static boolean readableAs(Charset charset, byte[] bytes) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notThat) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static int lineAt(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
