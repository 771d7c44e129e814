package io.hefu.adapters.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Walks a mail's parts within the limits: gathers its text and the looks of its attachments, not their contents. */
final class MailContent {
    /** The mail is larger, deeper or wider than what is read. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final MailLimits limits;
    private final List<Map<String, Object>> attachments = new ArrayList<>();
    private Optional<String> plain = Optional.empty();
    private Optional<String> html = Optional.empty();
    private int parts;

    MailContent(MailLimits limits) {
        this.limits = limits;
    }

    void read(Part message) throws MessagingException, IOException, TooLarge {
        walk(message, 0);
    }

    /** The plain text; of a mail that has only HTML, its words. */
    Optional<String> text() {
        return plain.or(() -> html.map(MailContent::words));
    }

    List<Object> attachments() {
        return List.copyOf(attachments);
    }

    private void walk(Part part, int depth) throws MessagingException, IOException, TooLarge {
        if (++parts > limits.parts() || depth > limits.depth()) {
            throw new TooLarge();
        }
        Optional<ContentType> type = type(part);
        String primary = type.map(ContentType::getPrimaryType).orElse("text").toLowerCase(Locale.ROOT);
        Optional<String> name = name(part, type);
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || name.isPresent();
        if (primary.equals("multipart") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                walk(inner, depth + 1);
            }
        } else if (primary.equals("text") && !attached) {
            text(part, type);
        } else {
            attach(part, type, name);
        }
    }

    private void text(Part part, Optional<ContentType> type) throws MessagingException, IOException, TooLarge {
        byte[] bytes = bytes(part, limits.textBytes());
        Optional<String> charset = type.map(found -> found.getParameter("charset"));
        String text = MailText.bytes(bytes, charset);
        boolean isHtml = type.map(found -> found.match("text/html")).orElse(false);
        if (isHtml && html.isEmpty()) {
            html = Optional.of(text);
        } else if (!isHtml && plain.isEmpty()) {
            plain = Optional.of(text);
        }
    }

    private void attach(Part part, Optional<ContentType> type, Optional<String> name)
            throws MessagingException, IOException, TooLarge {
        if (attachments.size() >= limits.attachments()) {
            throw new TooLarge();
        }
        byte[] bytes = bytes(part, limits.bytes());
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("name", name.orElse(""));
        attachment.put(
                "mediaType", type.map(ContentType::getBaseType).orElse("").toLowerCase(Locale.ROOT));
        attachment.put("size", (long) bytes.length);
        attachment.put("sha256", HexFormat.of().formatHex(sha256(bytes)));
        attachments.add(attachment);
    }

    private static byte[] bytes(Part part, int limit) throws MessagingException, IOException, TooLarge {
        try (InputStream stream = part.getInputStream()) {
            byte[] bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new TooLarge();
            }
            return bytes;
        }
    }

    /** A content type that nobody can parse is taken for none. */
    private static Optional<ContentType> type(Part part) throws MessagingException {
        try {
            String written = part.getContentType();
            return written == null ? Optional.empty() : Optional.of(new ContentType(written));
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private static String disposition(Part part) throws MessagingException {
        try {
            return part.getDisposition();
        } catch (ParseException unreadable) {
            return "";
        }
    }

    private static Optional<String> name(Part part, Optional<ContentType> type) throws MessagingException, IOException {
        String name;
        try {
            name = part.getFileName();
        } catch (ParseException unreadable) {
            name = null;
        }
        if (name == null) {
            name = type.map(found -> found.getParameter("name")).orElse(null);
        }
        return name == null ? Optional.empty() : Optional.of(MailText.header(MimeUtility.unfold(name)));
    }

    private static String words(String html) {
        return html.replaceAll("(?is)<(script|style)[^>]{0,1000}>.*?</\\1>", " ")
                .replaceAll("(?i)<br\\s{0,5}/?>|</p>|</div>|</tr>", "\n")
                .replaceAll("<[^>]{0,2000}>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
