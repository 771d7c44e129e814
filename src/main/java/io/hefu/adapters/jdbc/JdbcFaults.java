package io.hefu.adapters.jdbc;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.systems.SystemFault;
import java.sql.SQLException;

/** What a database's fault means to the person who edits the system's file. */
final class JdbcFaults {
    private final Settings settings;
    private final Database database;
    private final Pools pools;

    JdbcFaults(Settings settings, Database database, Pools pools) {
        this.settings = settings;
        this.database = database;
        this.pools = pools;
    }

    Database.FaultKind kind(SQLException fault) {
        SQLException root = root(fault);
        boolean neverConnected = root.getSQLState() == null && root.getErrorCode() == 0 && root != fault;
        return neverConnected ? Database.FaultKind.LOST : database.kind(root);
    }

    /** A pool or batch wraps what the server said. */
    SQLException root(SQLException fault) {
        Throwable cause = fault.getCause();
        if (cause instanceof SQLException inner) {
            return root(inner);
        }
        SQLException next = fault.getNextException();
        return next != null && next != fault ? root(next) : fault;
    }

    SystemFault told(SQLException fault, String resource) {
        SQLException root = root(fault);
        Position url = settings.at("url");
        return switch (kind(fault)) {
            case PASSWORD -> fatal("secret", passwordSaid(), passwordTry(), root);
            case NO_DATABASE ->
                fatal(
                        "url",
                        noDatabase(root),
                        Text.of(
                                "核对 url 中的数据库名，以及这个用户能不能进这个库",
                                "check the database's name in url, and that this user may enter it"),
                        root);
            case NO_TABLE -> resourceFault(resource, noTable(table(resource)), root);
            case NO_COLUMN -> resourceFault(resource, noColumn(table(resource), root), root);
            case NO_GRANT -> resourceFault(resource, noGrant(table(resource), root), root, grantTry(table(resource)));
            case LOST -> settings.fault(SystemFault.Kind.RETRYABLE, url, lost(root), lostTry(), root);
            case BUSY, COLLISION -> settings.fault(SystemFault.Kind.RETRYABLE, url, busy(root), busyTry(), root);
            default -> resourceFault(resource, other(root), root);
        };
    }

    /** As the file names it, which is how the database knows it; a query goes by the name of its resource. */
    private String table(String resource) {
        return settings.system()
                .resource(resource)
                .flatMap(map -> map.text("table"))
                .orElse(resource);
    }

    private SystemFault fatal(String key, Text what, Text attempt, SQLException cause) {
        return settings.fault(SystemFault.Kind.FATAL, settings.at(key), what, attempt, cause);
    }

    private SystemFault resourceFault(String resource, Text what, SQLException cause) {
        return resourceFault(
                resource,
                what,
                cause,
                Text.of(
                        "核对 resources.%1$s 和映射里的名字，大小写要一致",
                        "check the names in resources.%1$s and in the mapping, in their exact case", resource));
    }

    private SystemFault resourceFault(String resource, Text what, SQLException cause, Text attempt) {
        Position file = settings.at("resources");
        Position place = new Position(file.file(), file.line(), "resources." + resource);
        return settings.fault(SystemFault.Kind.FATAL, place, what, attempt, cause);
    }

    private Text passwordSaid() {
        return Text.of(
                "%s 拒绝了用户“%s”的登录（%s）",
                "%s refused the login of user “%s” at %s", database.title(), pools.user(), pools.place());
    }

    private static Text passwordTry() {
        return Text.of("核对 user，以及 secret 所指的密码", "check user, and the password that secret points to");
    }

    private Text noDatabase(SQLException root) {
        return Text.of(
                "没有这个数据库，或进不去：%s（%s）",
                "there is no such database, or it is closed to this user: %s (%s)", pools.place(), words(root));
    }

    private static Text noTable(String resource) {
        return Text.of("没有“%s”这个表或视图", "there is no table or view “%s”", resource);
    }

    private Text noColumn(String resource, SQLException root) {
        return Text.of("“%s”没有这一列：%s", "“%s” has no such column: %s", resource, words(root));
    }

    private Text noGrant(String resource, SQLException root) {
        return Text.of(
                "用户“%s”对“%s”没有所需的权限：%s",
                "the user “%s” lacks a right on “%s”: %s", pools.user(), resource, words(root));
    }

    private Text grantTry(String resource) {
        return Text.of(
                "请数据库管理员执行：%s",
                "ask the database's administrator for: %s", database.grant("SELECT", resource, pools.user()));
    }

    private Text lost(SQLException root) {
        return Text.of("连不上 %s：%s（%s）", "%s cannot be reached: %s (%s)", database.title(), pools.place(), words(root));
    }

    private static Text lostTry() {
        return Text.of(
                "核对 url 的主机和端口、防火墙，以及数据库是否在运行；会自动再试",
                "check host and port in url, the firewall, and that the database runs; it is tried again by itself");
    }

    private Text busy(SQLException root) {
        return Text.of("%s 现在忙：%s", "%s is busy: %s", database.title(), words(root));
    }

    private static Text busyTry() {
        return Text.of(
                "会自动再试；常常这样就调大 limits.lock 或 limits.statement",
                "it is tried again by itself; when often, raise limits.lock or limits.statement");
    }

    private Text other(SQLException root) {
        return Text.of("%s 报错：%s", "%s reported: %s", database.title(), words(root));
    }

    SystemFault noSuchColumn(Table table, String column) {
        return resourceFault(
                table.resource(),
                Text.of("“%s”没有“%s”列", "“%s” has no column “%s”", table.name(), column),
                null,
                Text.of(
                        "在映射或系统文件里改成现有的列：%s",
                        "name one of its columns in the mapping or the system's file: %s", table.columnNames()));
    }

    SystemFault wrongOrder(String resource, String before, String after) {
        return resourceFault(
                resource,
                Text.of(
                        "全量读取的主键顺序不对：“%s”之后是“%s”",
                        "the sweep's keys are out of order: “%s” came before “%s”", before, after),
                null,
                Text.of("换一个文本或整数列作 key", "use another column as key, of text or whole numbers"));
    }

    SystemFault notAWatermark(String resource, String column) {
        return resourceFault(
                resource,
                Text.of("“%s”列的值不能用作变更时间", "the values of “%s” cannot say when a row changed", column),
                null,
                Text.of(
                        "changed 用时间、数字或文本列；没有就去掉 changed，只做全量比对",
                        "let changed be a column of times, numbers or text; without one leave changed out and sweep"));
    }

    static String words(SQLException fault) {
        String said = String.valueOf(fault.getMessage())
                .replaceFirst("^\\(conn=\\d+\\) ", "")
                .replaceAll("\\s+", " ");
        // a message may quote the statement, and so a value: kept short
        return said.length() > 300 ? said.substring(0, 300) + "…" : said;
    }
}
