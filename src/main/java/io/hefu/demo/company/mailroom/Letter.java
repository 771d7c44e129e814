package io.hefu.demo.company.mailroom;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Writes a mail as bytes by hand, in the charset and with the habits of the sender's program. Written by hand because a
 * mail library would refuse the habits that the hub must cope with.
 */
final class Letter {
    /** How a program writes words that are not ASCII into a header. */
    enum Headers {
        /** As RFC 2047 asks: {@code =?GB18030?B?...?=}. */
        ENCODED,
        /** As the bytes stand, which no standard allows and many programs do. */
        RAW
    }

    /** Who writes: a name that people read and an address. */
    record Person(String name, String address) {}

    /** A file that hangs on the mail. */
    record File(String name, String mediaType, byte[] content) {}

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHARACTERS_A_WORD = 10;
    private static final String BOUNDARY = "=_hefu_demo_part_";
    private static final String END = "\r\n";

    private final Charset charset;
    private final Headers headers;
    private final List<File> files = new ArrayList<>();

    private Letter(Charset charset, Headers headers) {
        this.charset = charset;
        this.headers = headers;
    }

    static Letter utf8() {
        return new Letter(StandardCharsets.UTF_8, Headers.ENCODED);
    }

    static Letter gb18030() {
        return new Letter(GB18030, Headers.ENCODED);
    }

    /** GBK in the header without any encoding; the body says that it is GBK and is sent as it stands. */
    static Letter rawGbk() {
        return new Letter(Charset.forName("GBK"), Headers.RAW);
    }

    Letter with(File file) {
        files.add(file);
        return this;
    }

    Mail write(String key, Person from, String to, ZonedDateTime date, String subject, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, "Message-ID: <" + key + "." + date.toEpochSecond() + "@" + domain(from) + ">" + END);
        put(out, "Date: " + date.format(DateTimeFormatter.RFC_1123_DATE_TIME) + END);
        put(out, "From: " + words(from.name()) + " <" + from.address() + ">" + END);
        put(out, "To: <" + to + ">" + END);
        put(out, "Subject: " + words(subject) + END);
        put(out, "MIME-Version: 1.0" + END);
        if (files.isEmpty()) {
            text(out, text);
        } else {
            parts(out, text);
        }
        return new Mail(key, from.address(), to, out.toByteArray());
    }

    private static String domain(Person person) {
        return person.address().substring(person.address().indexOf('@') + 1);
    }

    private void parts(ByteArrayOutputStream out, String text) {
        put(out, "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"" + END + END);
        put(out, "--" + BOUNDARY + END);
        text(out, text);
        for (File file : files) {
            put(out, END + "--" + BOUNDARY + END);
            attachment(out, file);
        }
        put(out, END + "--" + BOUNDARY + "--" + END);
    }

    private void text(ByteArrayOutputStream out, String text) {
        boolean raw = headers == Headers.RAW;
        put(out, "Content-Type: text/plain; charset=" + charset.name() + END);
        put(out, "Content-Transfer-Encoding: " + (raw ? "8bit" : "base64") + END + END);
        String lines = text.replace("\n", END) + END;
        put(out, raw ? lines : base64(lines.getBytes(charset)));
    }

    private void attachment(ByteArrayOutputStream out, File file) {
        put(out, "Content-Type: " + file.mediaType() + "; name=\"" + words(file.name()) + "\"" + END);
        put(out, "Content-Transfer-Encoding: base64" + END);
        put(out, "Content-Disposition: attachment; " + fileName(file.name()) + END + END);
        put(out, base64(file.content()));
    }

    /** UTF-8 programs write the name as RFC 2231 asks, the others put an encoded or raw word between quotes. */
    private String fileName(String name) {
        return charset.equals(StandardCharsets.UTF_8)
                ? "filename*=UTF-8''" + URLEncoder.encode(name, charset).replace("+", "%20")
                : "filename=\"" + words(name) + "\"";
    }

    /** A header's words; encoded words are kept short, since none may be longer than 75 characters. */
    private String words(String text) {
        if (headers == Headers.RAW || StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return text;
        }
        List<String> encoded = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        for (int from = 0; from < points.length; from += CHARACTERS_A_WORD) {
            String some = new String(points, from, Math.min(CHARACTERS_A_WORD, points.length - from));
            encoded.add(
                    "=?" + charset.name() + "?B?" + Base64.getEncoder().encodeToString(some.getBytes(charset)) + "?=");
        }
        return String.join(END + " ", encoded);
    }

    private static String base64(byte[] content) {
        return Base64.getMimeEncoder().encodeToString(content) + END;
    }

    private void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(charset));
    }
}
