package io.hefu.adapters.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Text of mails. Headers come encoded (RFC 2047), or as bare bytes that no standard allows and many Chinese mailers send;
 * those are strict UTF-8, else strict GB18030. A declared gb2312 or gbk is read as GB18030, which holds both: the narrower
 * names corrupt characters such as 镕. What no way can read keeps U+FFFD, so that the gate quarantines it.
 */
final class MailText {
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

    private static String encodedWords(String text) {
        try {
            // decodeText joins words that were split in the middle of a character only when told so
            return MimeUtility.decodeText(widened(text));
        } catch (UnsupportedEncodingException unknown) {
            return text;
        }
    }

    /** Encoded words that declare a narrow Chinese charset declare the wide one. */
    private static String widened(String text) {
        return text.replaceAll("(?i)=\\?(gb2312|gbk|cp936|x-gbk|euc-cn)\\?", "=?GB18030?");
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
