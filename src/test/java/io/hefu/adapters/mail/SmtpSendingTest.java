package io.hefu.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.settings.SystemFiles;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What sending promises, against a mail server that answers, refuses and breaks off as a test wrote it. */
class SmtpSendingTest {
    /** Answers a command; empty cuts the line. */
    interface Script {
        Optional<String> to(String command);
    }

    private static final class ScriptedSmtp implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<String> said = Collections.synchronizedList(new ArrayList<>());

        ScriptedSmtp(Script script) throws IOException {
            Thread thread = new Thread(() -> serve(script), "scripted-smtp");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(Script script) {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                    talk(script, in, client.getOutputStream());
                } catch (IOException over) {
                    continue;
                }
            }
        }

        private void talk(Script script, BufferedReader in, OutputStream out) throws IOException {
            answer(out, "220 scripted");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                if (data && !line.equals(".")) {
                    continue;
                }
                Optional<String> reply = script.to(line);
                if (reply.isEmpty()) {
                    return;
                }
                data = line.equals("DATA") && reply.get().startsWith("3");
                answer(out, reply.get());
            }
        }

        private static void answer(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Optional<String> usual(String command) {
        return Optional.of(command.equals("DATA") ? "354 go on" : "250 ok");
    }

    private static WriteResult sent(ScriptedSmtp server, Map<String, Object> cells) throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            String target = "smtp://127.0.0.1:" + server.socket.getLocalPort() + "?connectionTimeout=2000"
                    + "&additionalJavaMailProperties.mail.smtp.timeout=2000";
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:smtp-out").to(target);
                }
            });
            camel.start();
            SmtpConnection connection = new SmtpConnection(
                    SystemFiles.of(
                            "system: outbox\nkind: smtp\ntransport: direct:smtp-out\nfrom: hub@heyuan.example\n"
                                    + "allow: [\"@heyuan.example\"]\n",
                            Map.of()),
                    new CamelMailTransport(camel.createProducerTemplate()));
            return connection
                    .write(
                            "mails",
                            "id",
                            WriteOperation.CREATE,
                            List.of(new OutgoingRow("reminder-7", Optional.empty(), cells)))
                    .get(0);
        }
    }

    private static final Map<String, Object> MAIL =
            Map.of("to", "chen@heyuan.example", "subject", "应收到期提醒：YS-2026-00001", "body", "请跟进 𠮷");

    private static void assertUnknown(Script script) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            assertThat(sent(server, MAIL)).isInstanceOf(WriteResult.Unknown.class);
        }
    }

    private static WriteResult.Rejected rejected(Script script) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(script)) {
            return (WriteResult.Rejected) sent(server, MAIL);
        }
    }

    @Test
    void aMailThatTheServerTookIsWrittenUnderItsStableMessageId() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(SmtpSendingTest::usual)) {
            assertThat(sent(server, MAIL)).isEqualTo(new WriteResult.Written("<reminder-7@heyuan.example>"));
            assertThat(server.said)
                    .contains("Message-ID: <reminder-7@heyuan.example>", "RCPT TO:<chen@heyuan.example>");
            String subject = server.said.stream()
                    .filter(line -> line.startsWith("Subject: "))
                    .findFirst()
                    .orElseThrow();
            assertThat(subject).contains("=?UTF-8?");
            assertThat(String.join("\n", server.said))
                    .contains(Base64.getEncoder().encodeToString("请跟进 𠮷".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void smtpCutAfterDataIsUnknown() throws Exception {
        assertUnknown(command -> command.equals(".") ? Optional.empty() : usual(command));
    }

    @Test
    void smtpSilentAfterDataIsUnknown() throws Exception {
        assertUnknown(command -> {
            if (command.equals(".")) {
                sleep();
            }
            return usual(command);
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(3000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void smtpCutBeforeDataIsNotUnknown() throws Exception {
        for (String cut : List.of("MAIL", "RCPT", "DATA")) {
            assertThat(rejected(command -> command.startsWith(cut) ? Optional.empty() : usual(command))
                            .retryable())
                    .as(cut)
                    .isTrue();
        }
    }

    @Test
    void a4xxMayBeTriedAgainAndA5xxNot() throws Exception {
        assertThat(rejected(command -> command.startsWith("RCPT") ? Optional.of("450 later") : usual(command))
                        .retryable())
                .isTrue();
        WriteResult.Rejected refused =
                rejected(command -> command.startsWith("RCPT") ? Optional.of("550 Invalid recipient") : usual(command));
        assertThat(refused.retryable()).isFalse();
        assertThat(refused.reason().en()).contains("550");
        assertThat(rejected(command -> command.equals(".") ? Optional.of("554 spam") : usual(command))
                        .retryable())
                .isFalse();
        assertThat(rejected(command -> command.equals(".") ? Optional.of("451 disk full") : usual(command))
                        .retryable())
                .isTrue();
    }

    @Test
    void aServerThatAsksForALoginIsAFaultOfTheSystemAndNoMails() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(
                command -> command.startsWith("MAIL") ? Optional.of("530 Authentication required") : usual(command))) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> sent(server, MAIL));
            assertThat(fault.kind()).isEqualTo(SystemFault.Kind.FATAL);
            assertThat(fault.what().en()).contains("530");
            assertThat(server.said).doesNotContain("DATA");
        }
    }

    @Test
    void injectedRecipientsAndForeignAddressesAreRefusedUnsent() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(SmtpSendingTest::usual)) {
            List<String> bad = List.of(
                    "chen@heyuan.example\r\nBcc: x@evil.example",
                    "chen@heyuan.example, x@evil.example",
                    "x@evil.example",
                    "x@notheyuan.example",
                    "");
            for (String to : bad) {
                assertThat(sent(server, Map.of("to", to, "subject", "s", "body", "b")))
                        .isInstanceOf(WriteResult.Rejected.class);
            }
            assertThat(server.said).isEmpty();
            sent(server, Map.of("to", "chen@heyuan.example", "subject", "s\r\nBcc: x@evil.example", "body", "b"));
            assertThat(server.said).noneMatch(line -> line.startsWith("Bcc:"));
        }
    }
}
