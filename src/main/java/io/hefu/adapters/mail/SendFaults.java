package io.hefu.adapters.mail;

import io.hefu.definition.Text;
import io.hefu.systems.WriteResult;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * What a failed sending means. A refusal that the server spoke, or a connection that was never made, sent nothing. When the
 * connection broke and it is not certain that the mail had not gone out whole, it is unknown.
 */
final class SendFaults {
    /** The command that ends a mail: from here on the server may have taken it. */
    private static final String END_OF_MAIL = ".";

    /** A server that takes no mail from whoever has not logged in. */
    private static final int LOGIN_REQUIRED = 530;

    private SendFaults() {}

    /** What the server said when it refused the login, or asked for one that was not made; empty: it is something else. */
    static Optional<String> loginRefused(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            boolean required = cause instanceof SMTPSendFailedException failed
                            && failed.getReturnCode() == LOGIN_REQUIRED
                    || cause instanceof SMTPSenderFailedException sender && sender.getReturnCode() == LOGIN_REQUIRED;
            if (required || cause instanceof AuthenticationFailedException) {
                return Optional.of(shortened(cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    static WriteResult told(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return spoken(refused.getReturnCode(), refused.getMessage());
            } else if (cause instanceof SMTPSenderFailedException refused) {
                return spoken(refused.getReturnCode(), refused.getMessage());
            } else if (cause instanceof SMTPSendFailedException failed && notOnlyAWrapper(failed)) {
                return ofCommand(failed);
            } else if (cause instanceof MailConnectException
                    || cause instanceof ConnectException
                    || cause instanceof UnknownHostException) {
                return rejected("连不上邮件服务器", "the mail server cannot be reached", true);
            }
        }
        return unknown();
    }

    /** A send failure that carries the refusals of addresses is told by those. */
    private static boolean notOnlyAWrapper(SMTPSendFailedException failed) {
        return !(failed.getNextException() instanceof SMTPAddressFailedException);
    }

    private static WriteResult ofCommand(SMTPSendFailedException failed) {
        if (failed.getReturnCode() > 0) {
            return spoken(failed.getReturnCode(), failed.getMessage());
        }
        return END_OF_MAIL.equals(failed.getCommand())
                ? unknown()
                : rejected("发送正文前连接中断", "the connection broke before the mail was sent", true);
    }

    private static WriteResult spoken(int code, String words) {
        if (code <= 0) {
            // said of a sender or recipient, so before the mail itself
            return rejected("发送正文前连接中断", "the connection broke before the mail was sent", true);
        }
        boolean later = code >= 400 && code < 500;
        String said = code + " " + shortened(words);
        return rejected("邮件服务器拒绝：" + said, "the mail server refused: " + said, later);
    }

    private static WriteResult rejected(String zh, String en, boolean retryable) {
        return new WriteResult.Rejected(Text.of(zh, en), retryable);
    }

    private static WriteResult unknown() {
        return new WriteResult.Unknown(Text.of(
                "发送途中连接中断，邮件可能已发出；不会自动重发，请到收件方核实",
                "the connection broke while it was being sent: it may have gone out; it is not sent again by itself, ask"
                        + " the recipient"));
    }

    private static Throwable next(Throwable cause) {
        if (cause instanceof jakarta.mail.MessagingException messaging && messaging.getNextException() != null) {
            return messaging.getNextException();
        }
        return cause.getCause();
    }

    private static String shortened(String words) {
        String line = String.valueOf(words).replaceAll("[\\r\\n]+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
