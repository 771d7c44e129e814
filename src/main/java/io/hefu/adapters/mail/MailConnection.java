package io.hefu.adapters.mail;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Text;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox as a system: a resource is a folder, a row is a mail. It is read in the order of UIDs and never changed, not even
 * by a flag. A deleted mail is no deletion, so a mailbox is not swept.
 */
public final class MailConnection implements SystemConnection {
    private static final Logger LOG = LoggerFactory.getLogger(MailConnection.class);

    private final Settings settings;
    private final Mailbox mailbox;
    private final MailRows rows;

    public MailConnection(Settings settings) {
        this.settings = settings;
        this.mailbox = new Mailbox(settings);
        this.rows = new MailRows(MailLimits.of(settings));
    }

    @Override
    public String system() {
        return settings.system().id();
    }

    @Override
    public Shape describe(String resource) {
        return MailRows.SHAPE;
    }

    @Override
    public Reading read(ReadRequest request) {
        if (request.mode() == ReadRequest.Mode.SWEEP) {
            throw refused(
                    Text.of("邮箱不做全量核对：删除邮件不是删除记录", "a mailbox is not swept: a deleted mail deletes no record"),
                    Text.of("在映射的 read 里写 changed: uid", "write changed: uid under read in the mapping"));
        }
        return new FolderReading(request);
    }

    @Override
    public List<Row> rowsWith(String resource, String column, List<String> values) {
        if (!column.equals("uid")) {
            throw refused(
                    Text.of("邮件只能按 uid 查找", "mails are found by uid only"), Text.of("用 uid 作键", "use uid as the key"));
        }
        return mailbox.visit(mailbox.folderOf(resource), folder -> {
            List<Row> found = new ArrayList<>();
            for (String value : values) {
                Optional<MailPosition> key = MailPosition.read(value);
                if (key.isPresent() && key.get().uidValidity() == folder.getUIDValidity()) {
                    Message message = folder.getMessageByUID(key.get().lastUid());
                    if (message != null) {
                        found.add(rows.row(message, value));
                    }
                }
            }
            return found;
        });
    }

    @Override
    public boolean canFind(String resource) {
        return false;
    }

    @Override
    public List<Row> find(String resource, Map<String, Object> equal) {
        throw refused(Text.of("邮箱不能查找", "a mailbox is not searched"), Text.NONE);
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> outgoing) {
        throw refused(
                Text.of("收件箱只读", "the mailbox is only read"),
                Text.of("发信用 kind: smtp 的系统", "send by a system of kind smtp"));
    }

    @Override
    public void close() {}

    private SystemFault refused(Text what, Text attempt) {
        return settings.fatal(settings.at("kind"), what, attempt);
    }

    /** Reads page after page, each in a visit of its own, so that no connection stays open while a batch is worked. */
    private final class FolderReading implements Reading {
        private final String folderName;
        private final int pageSize;
        private Optional<MailPosition> position;

        FolderReading(ReadRequest request) {
            this.folderName = mailbox.folderOf(request.resource());
            this.pageSize = request.batchSize();
            this.position = request.from().flatMap(MailPosition::read);
        }

        @Override
        public Optional<RowBatch> next() {
            List<Row> page = mailbox.visit(folderName, this::page);
            return page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RowBatch(
                            MailRows.SHAPE, page, position.orElseThrow().written()));
        }

        private List<Row> page(IMAPFolder folder) throws MessagingException {
            MailPosition from = start(folder);
            Message[] found = folder.getMessagesByUID(from.lastUid() + 1, UIDFolder.LASTUID);
            List<Message> news = Arrays.stream(found)
                    .filter(message -> message != null && uid(folder, message) > from.lastUid())
                    .sorted(Comparator.comparingLong(message -> uid(folder, message)))
                    .limit(pageSize)
                    .toList();
            prefetch(folder, news);
            List<Row> page = new ArrayList<>(news.size());
            MailPosition last = from;
            for (Message message : news) {
                last = from.at(uid(folder, message));
                page.add(rows.row(message, last.written()));
            }
            position = Optional.of(last);
            return page;
        }

        private MailPosition start(IMAPFolder folder) throws MessagingException {
            long validity = folder.getUIDValidity();
            if (position.isPresent() && position.get().uidValidity() != validity) {
                LOG.warn(
                        "{}: the folder {} was renumbered by its server (UIDVALIDITY {} is now {}); it is read again / 文件夹被服务器重新编号，重新读取",
                        system(),
                        folderName,
                        position.get().uidValidity(),
                        validity);
            }
            return position.filter(known -> known.uidValidity() == validity)
                    .orElseGet(() -> MailPosition.start(validity));
        }

        private static void prefetch(IMAPFolder folder, List<Message> news) throws MessagingException {
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.SIZE);
            profile.add(IMAPFolder.FetchProfileItem.HEADERS);
            folder.fetch(news.toArray(new Message[0]), profile);
        }

        private static long uid(IMAPFolder folder, Message message) {
            try {
                return folder.getUID(message);
            } catch (MessagingException gone) {
                return 0; // deleted while we looked: filtered out as already read
            }
        }

        @Override
        public void close() {}
    }
}
