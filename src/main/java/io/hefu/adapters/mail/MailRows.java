package io.hefu.adapters.mail;

import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Turns mails into rows. A mail that cannot be read in part says so in its {@code fault}; it never stops the reading. */
final class MailRows {
    static final Shape SHAPE = new Shape(List.of(
            new Column("uid", ColumnType.TEXT, "UIDVALIDITY-UID"),
            new Column("messageId", ColumnType.TEXT, "header"),
            new Column("from", ColumnType.TEXT, "address"),
            new Column("fromName", ColumnType.TEXT, "header"),
            new Column("fromDomain", ColumnType.TEXT, "address"),
            new Column("to", ColumnType.LIST, "addresses"),
            new Column("subject", ColumnType.TEXT, "header"),
            new Column("date", ColumnType.TIMESTAMP, "header"),
            new Column("text", ColumnType.TEXT, "body"),
            new Column("attachments", ColumnType.LIST, "parts"),
            new Column("tooLarge", ColumnType.FLAG, "limit"),
            new Column("fault", ColumnType.TEXT, "reader")));

    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailLimits limits;

    MailRows(MailLimits limits) {
        this.limits = limits;
    }

    /** @throws MessagingException only when the connection failed */
    Row row(Message message, String uid) throws MessagingException {
        Cells cells = new Cells(uid);
        Headers headers = new Headers(message);
        cells.set("messageId", headers.first("Message-ID"));
        Optional<InternetAddress> from = headers.from();
        cells.set("from", from.map(address -> address.getAddress().toLowerCase(Locale.ROOT)));
        cells.set("fromName", headers.fromName());
        cells.set("fromDomain", from.map(address -> domain(address.getAddress())));
        cells.set("to", Optional.of(headers.to()));
        cells.set("subject", headers.first("Subject").map(MailText::header));
        cells.set("date", headers.date().map(Date::toInstant));
        content(message, cells);
        return new Row(SHAPE, cells.values);
    }

    private void content(Message message, Cells cells) throws MessagingException {
        cells.set("tooLarge", Optional.of(false));
        cells.set("attachments", Optional.of(List.of()));
        if (message.getSize() > limits.bytes()) {
            cells.set("tooLarge", Optional.of(true));
            return;
        }
        MailContent content = new MailContent(limits);
        try {
            content.read(whole(message));
            cells.set("text", content.text());
            cells.set("attachments", Optional.of(content.attachments()));
        } catch (MailContent.TooLarge tooLarge) {
            cells.set("tooLarge", Optional.of(true));
        } catch (IOException broken) {
            rethrowIfDisconnected(message, broken);
            cells.set("fault", Optional.of(broken.getClass().getSimpleName()));
        } catch (RuntimeException broken) {
            cells.set("fault", Optional.of(broken.getClass().getSimpleName()));
        } catch (MessagingException broken) {
            rethrowIfDisconnected(broken);
            cells.set("fault", Optional.of(broken.getClass().getSimpleName()));
        }
    }

    /**
     * The mail's bytes in one go, taken apart here: what the server says of its structure is not needed, and a structure a
     * thousand deep is met by our own limit.
     */
    private MimeMessage whole(Message message) throws MessagingException, IOException, MailContent.TooLarge {
        if (!(message instanceof IMAPMessage remote)) {
            throw new IllegalArgumentException("no mail of an IMAP folder");
        }
        remote.setPeek(true);
        try (InputStream stream = remote.getMimeStream()) {
            byte[] bytes = stream.readNBytes(limits.bytes() + 1);
            if (bytes.length > limits.bytes()) {
                throw new MailContent.TooLarge();
            }
            return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
        }
    }

    /** A stream that breaks in the middle of a mail is the connection's fault, not the mail's. */
    private static void rethrowIfDisconnected(Message message, IOException fault) throws MessagingException {
        if (!message.getFolder().isOpen()) {
            throw new MessagingException("the connection broke while a mail was read", fault);
        }
    }

    private static void rethrowIfDisconnected(MessagingException fault) throws MessagingException {
        boolean disconnected = fault instanceof jakarta.mail.FolderClosedException
                || fault instanceof jakarta.mail.StoreClosedException
                || fault.getCause() instanceof java.net.SocketException
                || fault.getCause() instanceof java.net.SocketTimeoutException
                || fault.getCause() instanceof org.eclipse.angus.mail.iap.ConnectionException;
        if (disconnected) {
            throw fault;
        }
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Cells by the shape's order; what is not set is null: the mail does not say. */
    private static final class Cells {
        private final Object[] values = new Object[SHAPE.size()];

        Cells(String uid) {
            set("uid", Optional.of(uid));
        }

        void set(String column, Optional<?> value) {
            values[SHAPE.place(column)] = value.orElse(null);
        }
    }

    /** Headers, each read for itself so that a broken one hides no other. */
    private static final class Headers {
        private final Message message;

        Headers(Message message) {
            this.message = message;
        }

        Optional<String> first(String name) throws MessagingException {
            String[] values = message.getHeader(name);
            return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0].strip());
        }

        Optional<InternetAddress> from() throws MessagingException {
            return first("From").flatMap(Headers::address);
        }

        Optional<String> fromName() throws MessagingException {
            return first("From").map(raw -> {
                String readable = MailText.header(raw);
                int bracket = readable.lastIndexOf('<');
                return bracket > 0 ? readable.substring(0, bracket).strip().replace("\"", "") : "";
            });
        }

        List<Object> to() throws MessagingException {
            List<Object> to = new ArrayList<>();
            String[] values = message.getHeader("To");
            for (String value : values == null ? new String[0] : values) {
                for (String one : value.split(",", 100)) {
                    address(one)
                            .ifPresent(address -> to.add(address.getAddress().toLowerCase(Locale.ROOT)));
                }
            }
            return to;
        }

        Optional<Date> date() throws MessagingException {
            return Optional.ofNullable(message.getSentDate()).or(() -> received());
        }

        private Optional<Date> received() {
            try {
                return Optional.ofNullable(message.getReceivedDate());
            } catch (MessagingException none) {
                return Optional.empty();
            }
        }

        private static Optional<InternetAddress> address(String raw) {
            int open = raw.lastIndexOf('<');
            int close = raw.lastIndexOf('>');
            String bare = open >= 0 && close > open ? raw.substring(open + 1, close) : raw;
            try {
                InternetAddress address = new InternetAddress(bare.strip(), true);
                return address.getAddress().contains("@") ? Optional.of(address) : Optional.empty();
            } catch (AddressException unreadable) {
                return Optional.empty();
            }
        }
    }
}
