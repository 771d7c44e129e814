package io.hefu.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.settings.SystemFiles;
import io.hefu.servers.MailServer;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.SystemFault;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading a mailbox promises, from a real IMAP server. */
class MailReadingIT {
    private static final String HUB = "hub@heyuan.example";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private MailServer server;

    @BeforeEach
    void start() {
        server = MailServer.start();
        server.mailbox(HUB, "pw");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MailConnection connection(String more, String password) {
        return new MailConnection(SystemFiles.of(
                "system: mailbox\nkind: mail\nhost: 127.0.0.1\nport: " + server.imapPort()
                        + "\nsecurity: none\nuser: hub@heyuan.example\nsecret: env:PW\ntimeout: 5s\n" + more,
                Map.of("PW", password)));
    }

    private static ReadRequest request(Optional<String> from, int page) {
        return new ReadRequest(
                "INBOX", List.of(), "uid", Optional.of("uid"), ReadRequest.Mode.CHANGES, from, Duration.ZERO, page);
    }

    private static List<RowBatch> all(Reading reading) {
        List<RowBatch> batches = new ArrayList<>();
        try (reading) {
            Optional<RowBatch> batch = reading.next();
            while (batch.isPresent()) {
                batches.add(batch.get());
                batch = reading.next();
            }
        }
        return batches;
    }

    private List<Row> rows(String more) {
        return all(connection(more, "pw").read(request(Optional.empty(), 10))).stream()
                .flatMap(batch -> batch.rows().stream())
                .toList();
    }

    /** Byte for byte, as no mail library would. */
    private void deliver(byte[]... parts) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.smtpPort());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            in.readLine();
            for (String line : List.of("HELO x", "MAIL FROM:<a@b.example>", "RCPT TO:<" + HUB + ">", "DATA")) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                in.readLine();
            }
            for (byte[] part : parts) {
                out.write(part);
            }
            out.write("\r\n.\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (line != null && !line.startsWith("221")) {
                line = in.readLine();
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void gb18030MailWithoutOneBrokenCharacter() throws Exception {
        byte[] subject = "付款通知㐂镕".getBytes(GB18030);
        deliver(ascii("From: =?gb2312?B?" + base64("财务部镕".getBytes(GB18030)) + "?= <Finance@YuanHang.example>\r\n"
                + "Subject: =?gb2312?B?" + base64(subject) + "?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64("已付款 2000 元，请核对。㐂𠮷".getBytes(GB18030))));
        Row row = rows("").get(0);
        assertThat(row.cell("subject")).isEqualTo("付款通知㐂镕");
        assertThat(row.cell("fromName")).isEqualTo("财务部镕");
        assertThat(row.cell("from")).isEqualTo("finance@yuanhang.example");
        assertThat(row.cell("text").toString().strip()).isEqualTo("已付款 2000 元，请核对。㐂𠮷");
    }

    @Test
    void aCharacterCutInTwoByEncodedWordsIsWhole() throws Exception {
        byte[] bytes = "询价单".getBytes(StandardCharsets.UTF_8);
        deliver(ascii("From: a@b.example\r\nSubject: =?utf-8?B?" + base64(java.util.Arrays.copyOf(bytes, 4))
                + "?=\r\n =?utf-8?B?" + base64(java.util.Arrays.copyOfRange(bytes, 4, 9))
                + "?= Nr =?utf-8?Q?=C3=BC_x?=\r\n\r\nx"));
        assertThat(rows("").get(0).cell("subject")).isEqualTo("询价单 Nr ü x");
    }

    @Test
    void rawGbkSubjectIsRead() {
        // as Jakarta Mail gives bare bytes: one character each
        String raw = new String("对账单（主题未编码）".getBytes(GB18030), StandardCharsets.ISO_8859_1);
        assertThat(MailText.header(raw)).isEqualTo("对账单（主题未编码）");
        String utf8 = new String("对账单".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(MailText.header(utf8)).isEqualTo("对账单");
    }

    @Test
    void rawGbkBodyIsRead() throws Exception {
        deliver(
                ascii("From: ap@lanhai.example\r\nSubject: raw\r\nContent-Type: text/plain; charset=gbk\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n"),
                "请核对十一月对账单。".getBytes(GB18030));
        assertThat(rows("").get(0).cell("text").toString().strip()).isEqualTo("请核对十一月对账单。");
    }

    @Test
    void flagsOfMailsAreNeverChanged() throws Exception {
        deliver(ascii("From: a@b.example\r\nSubject: s\r\n\r\ntext"));
        assertThat(rows("")).hasSize(1);
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", server.imapPort(), HUB, "pw");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            assertThat(folder.getMessage(1).isSet(Flags.Flag.SEEN)).isFalse();
        }
    }

    @Test
    void readingGoesOnAfterItsPositionAndNothingTwice() throws Exception {
        for (int i = 0; i < 5; i++) {
            deliver(ascii("From: a@b.example\r\nSubject: s" + i + "\r\n\r\ntext"));
        }
        MailConnection connection = connection("", "pw");
        List<RowBatch> first = all(connection.read(request(Optional.empty(), 2)));
        assertThat(first).hasSize(3);
        String position = first.get(2).position();
        assertThat(all(connection.read(request(Optional.of(position), 2)))).isEmpty();

        deliver(ascii("From: a@b.example\r\nSubject: new\r\n\r\ntext"));
        List<RowBatch> second = all(connection.read(request(Optional.of(position), 2)));
        assertThat(second.get(0).rows().get(0).cell("subject")).isEqualTo("new");
        assertThat(second.get(0).rows()).hasSize(1);
        String key = second.get(0).rows().get(0).cell("uid").toString();
        assertThat(connection.rowsWith("INBOX", "uid", List.of(key, "1-1", "x")))
                .hasSize(1);
    }

    @Test
    void anotherUidValidityIsAReReadOfEverything() throws Exception {
        deliver(ascii("From: a@b.example\r\nSubject: s\r\n\r\ntext"));
        List<RowBatch> again = all(connection("", "pw").read(request(Optional.of("1-99"), 10)));
        assertThat(again.get(0).rows()).hasSize(1);
        assertThat(again.get(0).position()).doesNotStartWith("1-");
    }

    @Test
    void anOversizedAndAPoisonMailStopNothing() throws Exception {
        deliver(ascii("From: a@b.example\r\nSubject: big\r\n\r\n" + "x\r\n".repeat(20_000)));
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        deep.writeBytes(ascii("From: a@b.example\r\nSubject: deep\r\nMIME-Version: 1.0\r\n"));
        for (int i = 0; i < 30; i++) {
            deep.writeBytes(ascii("Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n"));
        }
        deep.writeBytes(ascii("Content-Type: text/plain\r\n\r\nx"));
        deliver(deep.toByteArray());
        deliver(ascii("From: nobody\r\nSubject: =?what?B?@@?=\r\nContent-Type: text/plain; charset=nonsense\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n@@@"));
        deliver(ascii("From: a@b.example\r\nSubject: good\r\n\r\ntext"));

        List<Row> rows = rows("limits: {bytes: 30000}\n");

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).cell("tooLarge")).isEqualTo(true);
        assertThat(rows.get(0).cell("subject")).isEqualTo("big");
        assertThat(rows.get(1).cell("tooLarge")).isEqualTo(true);
        assertThat(rows.get(2).cell("subject")).isEqualTo("=?what?B?@@?=");
        assertThat(rows.get(3).cell("subject")).isEqualTo("good");
    }

    @Test
    void attachmentsAreToldByNameSizeAndHash() throws Exception {
        deliver(ascii("From: a@b.example\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nsee\r\n"
                + "--b\r\nContent-Type: text/csv\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename*=utf-8''%E8%AF%A2%E4%BB%B7%E5%8D%95.csv\r\n\r\n"
                + base64("编码".getBytes(GB18030)) + "\r\n--b--"));
        Map<?, ?> attachment = (Map<?, ?>) ((List<?>) rows("").get(0).cell("attachments")).get(0);
        assertThat(attachment.get("name")).isEqualTo("询价单.csv");
        assertThat(attachment.get("size")).isEqualTo(4L);
        assertThat(attachment.get("sha256").toString()).hasSize(64);
    }

    @Test
    void aWrongPasswordAnUnreachableServerAndASweepAreSaid() {
        Reading wrong = connection("", "geheim").read(request(Optional.empty(), 10));
        SystemFault fault = catchThrowableOfType(SystemFault.class, wrong::next);
        assertThat(fault.what().en()).contains("refused the login", "secret");
        assertThat(fault.toString()).doesNotContain("geheim");
        MailConnection connection = connection("", "pw");
        ReadRequest sweep = new ReadRequest(
                "INBOX",
                List.of(),
                "uid",
                Optional.empty(),
                ReadRequest.Mode.SWEEP,
                Optional.empty(),
                Duration.ZERO,
                10);
        assertThat(catchThrowableOfType(SystemFault.class, () -> connection.read(sweep))
                        .what()
                        .en())
                .contains("not swept");
        server.close();
        Reading gone = connection.read(request(Optional.empty(), 10));
        assertThat(catchThrowableOfType(SystemFault.class, gone::next).retryable())
                .isTrue();
    }
}
