package io.hefu.demo.company.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.demo.company.books.Books;
import io.hefu.servers.MailServer;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The mails arrive over SMTP and come back over IMAP as they were written. */
class MailroomTest {
    private static final Books BOOKS = Books.of(LocalDate.of(2026, 11, 24), 7);

    @Test
    void mailsComeBackByteForByte() throws Exception {
        List<Mail> sent = new MailStories(BOOKS).all();
        try (MailServer server = MailServer.start()) {
            server.mailbox(MailStories.HUB, MailStories.HUB_PASSWORD);
            new Postman(server.host(), server.smtpPort()).deliver(sent);
            List<byte[]> read = read(server, sent.size());
            for (int i = 0; i < sent.size(); i++) {
                assertThat(new String(read.get(i), StandardCharsets.ISO_8859_1))
                        .as(sent.get(i).key())
                        .isEqualTo(withoutLastLineEnd(sent.get(i)));
            }
        }
    }

    @Test
    void theGb18030MailHoldsAFourByteCharacterInSubjectTextAndTable() throws Exception {
        MimeMessage message = parsed("enquiry-gb18030");
        assertThat(message.getSubject()).contains(MailStories.FOUR_BYTES);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat((String) parts.getBodyPart(0).getContent()).contains(MailStories.FOUR_BYTES);
        byte[] table = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(new String(table, Charset.forName("GB18030"))).contains(MailStories.FOUR_BYTES);
    }

    @Test
    void theRawMailHasUnencodedGbkInItsHeader() throws Exception {
        String raw = new String(mail("contract-raw-gbk").content(), Charset.forName("GBK"));
        assertThat(raw).contains("Subject: 回传：已签章合同 SJ-");
        assertThat(parsed("contract-raw-gbk").getSubject()).doesNotContain("合同");
        MimeMultipart parts = (MimeMultipart) parsed("contract-raw-gbk").getContent();
        assertThat(ImageIO.read(parts.getBodyPart(1).getInputStream()).getWidth())
                .isEqualTo(1);
    }

    @Test
    void theOfferIsAPdf() throws Exception {
        MimeMultipart parts = (MimeMultipart) parsed("offer-pdf").getContent();
        String pdf = new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n");
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
        assertThat(pdf.substring(table)).startsWith("xref\n0 6");
        assertThat(parsed("offer-pdf").getSubject()).contains("SJ-");
    }

    /** The server takes the last line's end for a part of SMTP's own end of data. */
    private static String withoutLastLineEnd(Mail mail) {
        return new String(mail.content(), StandardCharsets.ISO_8859_1).replaceFirst("\r\n$", "");
    }

    private static Mail mail(String key) {
        return new MailStories(BOOKS)
                .all().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
    }

    private static MimeMessage parsed(String key) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail(key).content()));
    }

    /** Reads every mail's bytes without what the server put before them. */
    private static List<byte[]> read(MailServer server, int expected) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(server.host(), server.imapPort(), MailStories.HUB, MailStories.HUB_PASSWORD);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            Instant until = Instant.now().plus(Duration.ofSeconds(5));
            while (inbox.getMessageCount() < expected && Instant.now().isBefore(until)) {
                Thread.sleep(20);
            }
            List<byte[]> read = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                read.add(withoutTrace(message));
            }
            return read;
        }
    }

    private static byte[] withoutTrace(Message message) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        byte[] all = out.toByteArray();
        int begin = new String(all, StandardCharsets.ISO_8859_1).indexOf("Message-ID:");
        return Arrays.copyOfRange(all, begin, all.length);
    }
}
