package io.hefu.mapping;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Text that was decoded with the wrong charset somewhere before it came to us. Found by: the replacement character,
 * controls, lone surrogates, and the three misreadings that are usual with Chinese text (UTF-8 read as Latin, GBK read as
 * Latin, UTF-8 read as GBK). Clean text costs one look at each character.
 */
final class BrokenText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB2312 = Charset.forName("GB2312");

    /** Signs that GB2312 also has and that stand in good Chinese and Western text alike. */
    private static final String SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿×÷";

    /** What the first bytes of common UTF-8 Chinese look like when read as GBK. */
    private static final BitSet GBK_LOOKS = gbkLooks();

    private BrokenText() {}

    static boolean isBroken(String text) {
        boolean latin = false;
        boolean gbk = false;
        int questions = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x7f) {
                if (c < 0x20 && !Character.isWhitespace(c)) {
                    return true;
                }
                questions += c == '?' ? 1 : 0;
            } else if (c < 0x100) {
                if (c <= 0x9f) {
                    return true;
                }
                latin = true;
            } else if (c >= 0x4e00) {
                if (c >= 0xd800 && (c >= 0xfffd || !pairs(text, i))) {
                    return true;
                }
                gbk |= GBK_LOOKS.get(c);
            }
        }
        return latin && isLatin(text)
                || gbk && isUtf8ReadAsGbk(text)
                || questions > 2 && isAllQuestions(text, questions);
    }

    private static boolean pairs(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        return !Character.isLowSurrogate(c) || i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static boolean isLatin(String text) {
        return isUtf8ReadAsLatin(text) || isGbkReadAsLatin(text);
    }

    private static boolean isUtf8ReadAsLatin(String text) {
        ByteBuffer bytes = encode(text, WINDOWS);
        return bytes.hasRemaining() && multiBytes(bytes) > 0;
    }

    /** Four letters with accents in a row stand in no Western word; two Chinese characters read as Latin look so. */
    private static boolean isGbkReadAsLatin(String text) {
        int run = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c >= 0xa1 && c < 0xff ? run + 1 : 0;
            letters = run == 0 ? 0 : letters + (SIGNS.indexOf(c) < 0 ? 1 : 0);
            if (run >= 4 && letters >= 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8ReadAsGbk(String text) {
        String uncut = text.endsWith("?") ? text.substring(0, text.length() - 1) : text;
        ByteBuffer bytes = encode(uncut, GBK);
        return bytes.hasRemaining() && isUsualChinese(decoded(bytes));
    }

    /**
     * Rare names such as 宸禾家居 are UTF-8 by chance too, but what they would stand for is no usual text: of real text read
     * wrongly, every character is in GB 2312, and most are in its first, common level.
     */
    private static boolean isUsualChinese(String text) {
        int chinese = 0;
        int common = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                ByteBuffer bytes = encode(String.valueOf(c), GB2312);
                if (!bytes.hasRemaining()) {
                    return false;
                }
                int lead = bytes.get(0) & 0xff;
                chinese++;
                common += lead >= 0xb0 && lead <= 0xd7 || lead == 0xa3 ? 1 : 0;
            }
        }
        return chinese > 1 && common * 3 >= chinese * 2;
    }

    private static boolean isAllQuestions(String text, int questions) {
        return text.chars().filter(Character::isWhitespace).count() + questions == text.length();
    }

    private static ByteBuffer encode(String text, Charset charset) {
        try {
            return charset.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException notOfThatCharset) {
            return ByteBuffer.allocate(0);
        }
    }

    /** How many characters of more than one byte these bytes hold as UTF-8; 0 when they are not UTF-8. */
    private static int multiBytes(ByteBuffer bytes) {
        return (int) decoded(bytes).chars().filter(c -> c > 0x7f).count();
    }

    /** These bytes as UTF-8; empty when they are not. */
    private static String decoded(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.remaining() + 1);
        // not the end of input: the last character is often cut
        if (decoder.decode(bytes, characters, false).isError()) {
            return "";
        }
        return characters.flip().toString();
    }

    private static BitSet gbkLooks() {
        BitSet looks = new BitSet(0x10000);
        for (int lead = 0xe4; lead <= 0xe9; lead++) {
            for (int trail = 0x80; trail <= 0xbf; trail++) {
                String read = new String(new byte[] {(byte) lead, (byte) trail}, GBK);
                if (read.length() == 1 && read.charAt(0) != '\ufffd') {
                    looks.set(read.charAt(0));
                }
            }
        }
        return looks;
    }
}
