package io.hefu.adapters.mail;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Text;
import io.hefu.systems.SystemFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Opens folders of a mailbox, read-only. */
final class Mailbox {
    /** Work on an open folder. */
    interface Visit<T> {
        T in(IMAPFolder folder) throws MessagingException;
    }

    private final Settings settings;
    private final String protocol;

    Mailbox(Settings settings) {
        this.settings = settings;
        this.protocol = settings.text("security").orElse("tls").equals("tls") ? "imaps" : "imap";
    }

    String folderOf(String resource) {
        return settings.system()
                .resource(resource)
                .flatMap(map -> settings.text(map, "folder"))
                .orElse(resource);
    }

    /** Connects, opens the folder without the right to change anything, and leaves again. */
    <T> T visit(String folderName, Visit<T> visit) {
        try (IMAPStore store = connect()) {
            IMAPFolder folder = (IMAPFolder) store.getFolder(folderName);
            folder.open(Folder.READ_ONLY);
            try {
                return visit.in(folder);
            } finally {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
        } catch (MessagingException fault) {
            throw told(fault, folderName);
        }
    }

    private IMAPStore connect() throws MessagingException {
        Session session = Session.getInstance(properties());
        IMAPStore store = (IMAPStore) session.getStore(protocol);
        store.connect(
                settings.required("host"),
                settings.integer(settings.root(), "port", protocol.equals("imaps") ? 993 : 143),
                settings.required("user"),
                settings.secret(settings.root(), "secret").orElse(""));
        if (store.hasCapability("ID")) {
            // 163 and 126 refuse SELECT as an unsafe login unless the client has said who it is.
            store.id(Map.of("name", "hefu", "version", "1"));
        }
        return store;
    }

    private Properties properties() {
        String timeout = Long.toString(settings.duration(settings.root(), "timeout", Duration.ofSeconds(30))
                .toMillis());
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "true");
        if (settings.text("security").orElse("tls").equals("starttls")) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        // With UTF-8 allowed, a raw GBK header would be destroyed before anybody could read it.
        properties.setProperty("mail.mime.allowutf8", "false");
        return properties;
    }

    private SystemFault told(MessagingException fault, String folder) {
        if (fault instanceof AuthenticationFailedException) {
            return settings.fault(
                    SystemFault.Kind.FATAL,
                    settings.at("secret"),
                    Text.of("邮箱拒绝登录：用户名或密码不对", "the mailbox refused the login: wrong user or password"),
                    Text.of(
                            "核对 user 和 secret；有的邮箱要用授权码而不是登录密码",
                            "check user and secret; some mailboxes want an authorisation code in place of the password"),
                    fault);
        }
        if (fault instanceof FolderNotFoundException) {
            return settings.fault(
                    SystemFault.Kind.FATAL,
                    settings.at("resources"),
                    Text.of("邮箱里没有文件夹 %s", "the mailbox has no folder %s", folder),
                    Text.of("核对文件夹名，例如 INBOX", "check the folder's name, such as INBOX"),
                    fault);
        }
        return settings.fault(
                SystemFault.Kind.RETRYABLE,
                settings.at("host"),
                Text.of("连不上邮箱或连接中断：%s", "the mailbox cannot be reached or broke off: %s", said(fault)),
                Text.of("核对 host、port、security 和网络", "check host, port, security and the network"),
                fault);
    }

    private static String said(MessagingException fault) {
        String words = String.valueOf(fault.getMessage()).replaceAll("[\\r\\n]+", " ");
        return words.length() > 200 ? words.substring(0, 200) + "…" : words;
    }
}
