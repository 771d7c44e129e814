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

/**
 * Walks a mail's parts within the limits: gathers its text and the looks of its attachments, not their contents. Small
 * pictures that belong to the text, as logos of signatures and newsletters do, are no attachments.
 */
final class MailContent {
    /** The mail is larger, deeper or wider than what is read. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What a person photographs or scans to send it is larger; logos, signatures and counting pixels are not. */
    private static final int PICTURE_BYTES = 100 * 1024;

    /**
     * Something that may be an attachment.
     *
     * @param looks what is told of it
     * @param picture small enough to be part of the text
     * @param inline whether it says that it is shown within the text
     * @param contentId by which the text can show it
     */
    private record Found(Map<String, Object> looks, boolean picture, boolean inline, Optional<String> contentId) {}

    private final MailLimits limits;
    private final List<Found> found = new ArrayList<>();
    private List<Map<String, Object>> attachments = List.of();
    private Optional<String> plain = Optional.empty();
    private Optional<String> html = Optional.empty();
    private int parts;

    MailContent(MailLimits limits) {
        this.limits = limits;
    }

    void read(Part message) throws MessagingException, IOException, TooLarge {
        walk(message, 0);
        // only now, since the text may come after its pictures
        attachments =
                found.stream().filter(each -> !isOfText(each)).map(Found::looks).toList();
        if (attachments.size() > limits.attachments()) {
            throw new TooLarge();
        }
    }

    private boolean isOfText(Found each) {
        return each.picture()
                && (each.inline()
                        || each.contentId()
                                .filter(id -> shows("cid:" + id) || shows("cid:" + id.replace("@", "%40")))
                                .isPresent());
    }

    private boolean shows(String reference) {
        return html.filter(text -> text.contains(reference)).isPresent();
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
        byte[] bytes = bytes(part, limits.bytes());
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("name", name.orElse(""));
        attachment.put(
                "mediaType", type.map(ContentType::getBaseType).orElse("").toLowerCase(Locale.ROOT));
        attachment.put("size", (long) bytes.length);
        attachment.put("sha256", HexFormat.of().formatHex(sha256(bytes)));
        boolean picture = type.filter(of -> of.match("image/*")).isPresent() && bytes.length < PICTURE_BYTES;
        found.add(new Found(attachment, picture, Part.INLINE.equalsIgnoreCase(disposition(part)), contentId(part)));
    }

    private static Optional<String> contentId(Part part) throws MessagingException {
        String[] written = part.getHeader("Content-ID");
        return written == null
                ? Optional.empty()
                : Optional.of(written[0].strip().replaceAll("^<|>$", "")).filter(id -> !id.isEmpty());
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
