package io.hefu.servers;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;

/**
 * A real SMTP and IMAP server (GreenMail, inside this process) on free loopback ports.
 *
 * <p>Mail to an address that has no mailbox makes one, with the address as user and password. It keeps mails in memory:
 * they are gone when it closes.
 */
public final class MailServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    public static MailServer start() {
        QuietLogs.please();
        // else GreenMail reads every header as UTF-8, and a raw GBK header would come out broken
        System.setProperty("mail.mime.allowutf8", "false");
        ServerSetup smtp = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.start();
        return new MailServer(server);
    }

    /** As the others are started; nothing is kept in that directory. */
    public static MailServer start(Path unused) {
        return start();
    }

    /** Makes a mailbox, or changes its password. */
    public void mailbox(String address, String password) {
        server.setUser(address, address, password);
    }

    public String host() {
        return LOOPBACK;
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
