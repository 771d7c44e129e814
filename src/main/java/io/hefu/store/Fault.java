package io.hefu.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteException;

/** The kinds of things that go wrong in the database, by what can be done about them. */
enum Fault {
    CONFLICT(
            true,
            "同一个唯一键已被别的事务写入",
            "another transaction wrote the same unique key first",
            "重新识别该批次",
            "take the batch back to identify"),
    CONTENTION(
            true,
            "数据库正忙，多次重试后仍被其他写入占用",
            "the database stayed busy with other writers after several attempts",
            "稍后会自动重试；若一直如此，请检查是否有别的程序占用它",
            "it is tried again later; if it stays so, look for another program that holds it"),
    CONNECTION(
            true,
            "与数据库的连接中断或无法建立",
            "the connection to the database broke or could not be made",
            "检查数据库是否在运行、网络是否通畅",
            "check that the server runs and can be reached"),
    FULL(
            false,
            "磁盘或表空间已满",
            "the disk or its quota is full",
            "腾出空间后重新启动；已提交的数据不受影响",
            "free some space and start again; what was committed is safe"),
    IO(
            false,
            "读写数据库文件失败",
            "reading or writing the database's files failed",
            "检查磁盘和文件权限",
            "check the disk and the permissions of the files"),
    DAMAGED(
            false,
            "数据库文件已损坏或不是数据库",
            "the database file is damaged or is no database",
            "不要删除它；从备份恢复，并保留损坏的文件以便检查",
            "do not delete it; restore a backup and keep the damaged file for inspection"),
    READ_ONLY(
            false,
            "数据库只读，无法写入",
            "the database is read-only",
            "检查文件权限，或是否连到了备库",
            "check the file's permissions, or whether this is a standby server"),
    DENIED(
            false,
            "用户名、密码或权限不对",
            "the login, its password or its rights are wrong",
            "检查配置中的用户和密码",
            "check user and password in the settings"),
    MISSING(
            false,
            "数据库、表或列不存在",
            "the database, a table or a column does not exist",
            "检查地址，并确认迁移已经执行",
            "check the address, and that its migrations have run"),
    CONSTRAINT(
            false,
            "数据违反了数据库的约束",
            "the data breaks a constraint of the database",
            "这是程序错误，请连同此信息报告",
            "this is an error in the program; report it with this message"),
    OTHER(false, "数据库操作失败", "the database refused", "请连同此信息报告", "report it with this message");

    private static final Set<Integer> SQLITE_UNIQUE = Set.of(2067, 1555, 2579);
    private static final int DEPTH = 16;

    private final boolean retryable;
    private final String zh;
    private final String en;
    private final String tryZh;
    private final String tryEn;

    Fault(boolean retryable, String zh, String en, String tryZh, String tryEn) {
        this.retryable = retryable;
        this.zh = zh;
        this.en = en;
        this.tryZh = tryZh;
        this.tryEn = tryEn;
    }

    static Fault of(Throwable thrown) {
        Throwable at = thrown;
        Fault found = OTHER;
        for (int depth = 0; at != null && found == OTHER && depth < DEPTH; depth++) {
            if (at instanceof SQLException sql) {
                found = ofSql(sql);
            }
            at = at.getCause();
        }
        return found;
    }

    private static Fault ofSql(SQLException e) {
        Fault own = e instanceof SQLiteException sqlite
                ? ofSqlite(sqlite.getResultCode().code)
                : ofState(Optional.ofNullable(e.getSQLState()).orElse(""));
        SQLException next = e.getNextException();
        return own == OTHER && next != null && next != e ? of(next) : own;
    }

    private static Fault ofSqlite(int code) {
        if (SQLITE_UNIQUE.contains(code)) {
            return CONFLICT;
        }
        return switch (code & 0xff) {
            case 5, 6 -> CONTENTION; // SQLITE_BUSY, SQLITE_LOCKED
            case 13 -> FULL;
            case 10, 14 -> IO; // SQLITE_IOERR, SQLITE_CANTOPEN
            case 11, 26 -> DAMAGED; // SQLITE_CORRUPT, SQLITE_NOTADB
            case 8 -> READ_ONLY;
            case 3, 23 -> DENIED; // SQLITE_PERM, SQLITE_AUTH
            case 19 -> CONSTRAINT;
            default -> OTHER;
        };
    }

    private static Fault ofState(String state) {
        return switch (state) {
            case "23505" -> CONFLICT;
            case "40001", "40P01", "55P03" -> CONTENTION;
            case "57P01", "57P02", "57P03", "53300" -> CONNECTION; // shutting down, crashed, starting, too many
            case "53100" -> FULL;
            case "58030" -> IO;
            case "XX001", "XX002" -> DAMAGED;
            case "25006" -> READ_ONLY;
            case "42501" -> DENIED;
            case "3D000", "42P01", "42703" -> MISSING;
            default -> ofClass(state);
        };
    }

    private static Fault ofClass(String state) {
        if (state.startsWith("08")) {
            return CONNECTION;
        }
        if (state.startsWith("28")) {
            return DENIED;
        }
        return state.startsWith("23") ? CONSTRAINT : OTHER;
    }

    /** The exception for it, with place and remedy; what the driver said goes along without secrets. */
    StoreException exception(HubSettings settings, Throwable cause, boolean whileCommitting) {
        String said = said(settings, cause);
        String inChinese = "中枢数据库 " + settings.place() + "：" + zh + "。" + tryZh + "。（" + said + "）";
        String inEnglish = "Hub database " + settings.place() + ": " + en + "; " + tryEn + ". (" + said + ")";
        if (this == CONFLICT) {
            return new ConflictException(inChinese, inEnglish, cause);
        }
        return new StoreException(inChinese, inEnglish, retryable, whileCommitting && this == CONNECTION, cause);
    }

    private static String said(HubSettings settings, Throwable cause) {
        // the lines after the first quote values of rows, which do not belong in a log
        String message = Optional.ofNullable(cause.getMessage())
                .flatMap(text -> text.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse(cause.getClass().getSimpleName());
        String withoutUrl = message.replace(settings.url(), settings.place());
        return settings.password()
                .filter(password -> password.length() > 3)
                .map(password -> withoutUrl.replace(password, "***"))
                .orElse(withoutUrl);
    }
}
