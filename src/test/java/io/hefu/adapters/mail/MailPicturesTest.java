package io.hefu.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which pictures of a mail are documents, and which only decorate its text. */
class MailPicturesTest {
    private static final MailLimits LIMITS = new MailLimits(25 * 1024 * 1024, 200, 20, 3, 1024 * 1024);
    private static final int SMALL = 2_000;
    private static final int LARGE = 120_000;

    private static List<String> attachments(String... parts) throws Exception {
        String mail = "From: news@fair.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
                + String.join("\r\n--b\r\n", parts) + "\r\n--b--\r\n";
        MailContent content = new MailContent(LIMITS);
        content.read(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        return content.attachments().stream()
                .map(each -> ((Map<?, ?>) each).get("name").toString())
                .toList();
    }

    private static String html(String body) {
        return "Content-Type: text/html; charset=utf-8\r\n\r\n<p>您好</p>" + body;
    }

    private static String part(String type, String name, int bytes, String... headers) {
        return "Content-Type: " + type + "; name=" + name + "\r\n" + String.join("", headers)
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(new byte[bytes]);
    }

    private static String disposition(String word) {
        return "Content-Disposition: " + word + "\r\n";
    }

    private static String id(String id) {
        return "Content-ID: <" + id + ">\r\n";
    }

    @Test
    void thePicturesOfANewsletterAreNoDocuments() throws Exception {
        assertThat(attachments(
                        html("<img src=\"cid:logo@fair\"><img src='cid:pixel%40fair'>"),
                        part("image/png", "logo.png", SMALL, id("logo@fair"), disposition("attachment")),
                        part("image/gif", "pixel.gif", 43, id("pixel@fair")),
                        part("image/jpeg", "hall.jpg", SMALL, disposition("inline"))))
                .isEmpty();
    }

    @Test
    void aPictureBeforeTheTextThatShowsItIsNoDocumentEither() throws Exception {
        assertThat(attachments(part("image/png", "logo.png", SMALL, id("logo")), html("<img src=cid:logo>")))
                .isEmpty();
    }

    @Test
    void aScanThatIsAttachedIsADocumentHoweverSmall() throws Exception {
        assertThat(attachments(
                        html(""),
                        part("image/jpeg", "scan.jpg", SMALL, disposition("attachment")),
                        part("image/jpeg", "unshown.jpg", SMALL, id("nobody-shows-it"))))
                .containsExactly("scan.jpg", "unshown.jpg");
    }

    @Test
    void aLargePictureIsADocumentEvenWithinTheText() throws Exception {
        assertThat(attachments(
                        html("<img src=\"cid:photo\">"),
                        part("image/jpeg", "photo.jpg", LARGE, id("photo"), disposition("inline"))))
                .containsExactly("photo.jpg");
    }

    @Test
    void aPdfAndASpreadsheetAlwaysCount() throws Exception {
        assertThat(attachments(
                        html("<a href=\"cid:offer\">"),
                        part("application/pdf", "offer.pdf", SMALL, id("offer"), disposition("inline")),
                        part("application/vnd.ms-excel", "plan.xls", SMALL, disposition("inline"))))
                .containsExactly("offer.pdf", "plan.xls");
    }

    @Test
    void manyPicturesOfTheTextDoNotMakeAMailTooLarge() throws Exception {
        String[] parts = new String[10];
        for (int i = 1; i < parts.length; i++) {
            parts[i] = part("image/png", "p" + i + ".png", SMALL, disposition("inline"));
        }
        parts[0] = html("");
        assertThat(attachments(parts)).isEmpty();
    }
}
