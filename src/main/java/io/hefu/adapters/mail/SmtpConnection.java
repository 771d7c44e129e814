package io.hefu.adapters.mail;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Text;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail server as a system that is only told: creating a row sends a mail, with the cells {@code to}, {@code subject} and
 * {@code body}. It cannot be asked what it has sent, so a lost answer stays unknown.
 */
public final class SmtpConnection implements SystemConnection {
    // Addresses and subjects go into headers: whatever could begin another header or recipient is refused.
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final Settings settings;
    private final MailTransport transport;
    private final String route;
    private final String from;
    private final List<String> allowed;

    public SmtpConnection(Settings settings, MailTransport transport) {
        this.settings = settings;
        this.transport = transport;
        this.route = settings.required("transport");
        this.from = settings.required("from");
        this.allowed = settings.root().texts("allow");
    }

    @Override
    public String system() {
        return settings.system().id();
    }

    @Override
    public boolean canFind(String resource) {
        return false;
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows) {
        if (operation != WriteOperation.CREATE) {
            throw refused(Text.of("发出的邮件不能更改", "a mail that was sent cannot be changed"));
        }
        List<WriteResult> results = new ArrayList<>(rows.size());
        for (OutgoingRow row : rows) {
            try {
                results.add(send(row));
            } catch (SystemFault refused) {
                if (results.isEmpty()) {
                    throw refused;
                }
                // of those before some may have gone out, so that it is no fault of the whole any more
                results.add(new WriteResult.Rejected(refused.what(), true));
            }
        }
        return results;
    }

    private WriteResult send(OutgoingRow row) {
        String to = cell(row, "to");
        if (!ADDRESS.matcher(to).matches()) {
            return no("收件地址“%s”不合格", "\"%s\" is no mail address", to);
        }
        if (!isAllowed(to)) {
            return no("收件地址 %s 不在 allow 之内", "the recipient %s is not among those that allow names", to);
        }
        String subject = cell(row, "subject")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        String messageId = "<" + row.token() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        try {
            transport.send(route, new OutgoingMail(messageId, from, to, subject, cell(row, "body")));
            return new WriteResult.Written(messageId);
        } catch (Exception fault) {
            SendFaults.loginRefused(fault).ifPresent(said -> {
                throw loginRefused(said);
            });
            return SendFaults.told(fault);
        }
    }

    /** It comes before any mail is begun, so nothing was sent, and the next mail would meet the same. */
    private SystemFault loginRefused(String said) {
        return settings.fatal(
                settings.at("transport"),
                Text.of("邮件服务器拒绝登录：%s", "the mail server refused the login: %s", said),
                Text.of(
                        "核对路由 %s 所用的账号和密码；改好后自动继续发送，期间没有邮件丢失",
                        "check the account and the password that the route %s uses; sending then goes on by itself, and no"
                                + " mail is lost meanwhile",
                        route));
    }

    /** Without a list everybody may be written to. */
    private boolean isAllowed(String to) {
        String address = to.toLowerCase(Locale.ROOT);
        return allowed.isEmpty()
                || allowed.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .anyMatch(each -> each.startsWith("@") ? address.endsWith(each) : address.equals(each));
    }

    private static String cell(OutgoingRow row, String column) {
        return Optional.ofNullable(row.cells().get(column))
                .map(Object::toString)
                .orElse("");
    }

    private static WriteResult no(String zh, String en, String word) {
        String shown = word.replaceAll("[\\p{Cntrl}]+", " ");
        return new WriteResult.Rejected(
                Text.of(zh, en, shown.length() > 80 ? shown.substring(0, 80) + "…" : shown), false);
    }

    @Override
    public Shape describe(String resource) {
        throw refused(Text.of("发信系统不能读取", "a system that sends mail is not read"));
    }

    @Override
    public Reading read(ReadRequest request) {
        throw refused(Text.of("发信系统不能读取", "a system that sends mail is not read"));
    }

    @Override
    public List<Row> rowsWith(String resource, String column, List<String> values) {
        throw refused(Text.of("发信系统不能读取", "a system that sends mail is not read"));
    }

    @Override
    public List<Row> find(String resource, Map<String, Object> equal) {
        throw refused(Text.of("发信系统不能查找", "a system that sends mail cannot be searched"));
    }

    @Override
    public void close() {}

    private SystemFault refused(Text what) {
        return settings.fatal(settings.at("kind"), what, Text.of("在映射里只写 create", "let its mappings only create"));
    }
}
