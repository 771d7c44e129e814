package io.hefu.adapters.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of mails. Headers come encoded (RFC 2047), or as bare bytes that no standard allows and many Chinese mailers send;
 * those are strict UTF-8, else strict GB18030. A declared gb2312 or gbk is read as GB18030, which holds both: the narrower
 * names corrupt characters such as 镕. What no way can read keeps U+FFFD, so that the gate quarantines it.
 */
final class MailText {
    private static final Pattern WORD = Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private MailText() {}

    /** A raw header, as Jakarta Mail gives it: its bytes as ISO-8859-1 characters. */
    static String header(String raw) {
        String unfolded = MimeUtility.unfold(raw).strip();
        boolean bare =
                unfolded.chars().anyMatch(c -> c > 0x7F) && unfolded.chars().allMatch(c -> c <= 0xFF);
        String readable = bare ? bytes(unfolded.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()) : unfolded;
        return readable.contains("=?") ? encodedWords(readable) : readable;
    }

    /** Bytes of a declared charset, or of none. */
    static String bytes(byte[] bytes, Optional<String> declared) {
        Optional<Charset> charset = declared.flatMap(MailText::charset);
        if (charset.isPresent()) {
            Optional<String> read = strictly(bytes, charset.get());
            if (read.isPresent()) {
                return read.get();
            }
        }
        return strictly(bytes, StandardCharsets.UTF_8)
                .or(() -> strictly(bytes, GB18030))
                .orElseGet(() -> new String(bytes, charset.orElse(StandardCharsets.UTF_8)));
    }

    /** Words that follow each other in one charset are joined as bytes first: many mailers cut a character in two. */
    private static String encodedWords(String text) {
        Matcher word = WORD.matcher(text);
        StringBuilder readable = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String pendingCharset = "";
        int end = 0;
        while (word.find()) {
            String between = text.substring(end, word.start());
            String charset = word.group(1).toLowerCase(Locale.ROOT);
            if (!between.isBlank() || !charset.equals(pendingCharset)) {
                flush(pending, pendingCharset, readable);
                readable.append(between.isBlank() && end > 0 ? "" : between);
            }
            pending.writeBytes(decoded(word));
            pendingCharset = charset;
            end = word.end();
        }
        flush(pending, pendingCharset, readable);
        return readable.append(text.substring(end)).toString();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder readable) {
        readable.append(bytes(pending.toByteArray(), Optional.of(charset)));
        pending.reset();
    }

    private static byte[] decoded(Matcher word) {
        if (word.group(2).equalsIgnoreCase("B")) {
            try {
                return Base64.getDecoder().decode(word.group(3).replaceAll("\\s", ""));
            } catch (IllegalArgumentException broken) {
                return word.group().getBytes(StandardCharsets.UTF_8);
            }
        }
        return quoted(word.group(3));
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hex = c == '=' && text.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*");
            if (hex) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes((c == '_' ? " " : Character.toString(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Optional<Charset> charset(String declared) {
        String name = declared.toLowerCase(Locale.ROOT);
        if (name.matches("gb2312|gbk|gb_2312.*|cp936|x-gbk|euc-cn|ms936")) {
            return Optional.of(GB18030);
        }
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }
}
