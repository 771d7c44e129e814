package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.servers.MailServer;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route for outgoing mail against a real SMTP server. */
class SmtpRouteIT {
    @TempDir
    Path folder;

    @Test
    void aMailArrivesWithItsOwnIdAndOnlyAtItsRecipient() throws Exception {
        try (MailServer server = MailServer.start()) {
            server.mailbox("wang.fang@heyuan.example", "secret");
            server.mailbox("spy@example.com", "secret");
            RoutesHome home = new RoutesHome(folder);
            home.properties.put("mail.host", server.host());
            home.properties.put("mail.port", String.valueOf(server.smtpPort()));
            RouteCalls calls = new RouteCalls();
            try (Routes routes = new Routes(home.context(), calls, Clock.systemUTC(), fault -> false)) {
                routes.start();
                Map<String, Object> headers = Map.of(
                        "To", "wang.fang@heyuan.example",
                        "From", "hub@heyuan.example",
                        "Subject", "应收款提醒",
                        "Message-ID", "<hefu-1@heyuan.example>",
                        "contentType", "text/plain; charset=UTF-8",
                        "Bcc", "spy@example.com",
                        "mail.smtp.host", "127.0.0.2");
                calls.template().sendBodyAndHeaders("direct:smtp-out", "𠮷田先生，您好", headers);
            }
            Message[] arrived = messages(server, "wang.fang@heyuan.example");
            assertThat(arrived).hasSize(1);
            assertThat(arrived[0].getHeader("Message-ID")).containsExactly("<hefu-1@heyuan.example>");
            assertThat(arrived[0].getSubject()).isEqualTo("应收款提醒");
            assertThat(arrived[0].getContent().toString().strip()).isEqualTo("𠮷田先生，您好");
            assertThat(arrived[0].getHeader("mail.smtp.host")).isNull();
            assertThat(messages(server, "spy@example.com")).isEmpty();
        }
    }

    private static Message[] messages(MailServer server, String address) throws Exception {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect(server.host(), server.imapPort(), address, "secret");
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        return inbox.getMessages();
    }
}
