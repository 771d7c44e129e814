package io.hefu.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The process that gets killed: commits numbered transactions and says each number once it is committed. */
final class DurabilityVictim {

    private static final int THREADS = 3;
    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final HubDatabase hub;
    private final AtomicLong last;

    private DurabilityVictim(HubDatabase hub, long first) {
        this.hub = hub;
        this.last = new AtomicLong(first);
    }

    /** Arguments: address, number before the first, and whether to make the mistake of acknowledging too early. */
    public static void main(String[] arguments) {
        say("opening");
        HubSettings settings = new HubSettings(arguments[0], Optional.empty(), Optional.empty());
        HubDatabase hub = HubDatabase.open(settings, List.of("classpath:db/hub-store-tests"));
        say("open");
        DurabilityVictim victim = new DurabilityVictim(hub, Long.parseLong(arguments[1]));
        boolean tooEarly = Boolean.parseBoolean(arguments[2]);
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> victim.workForEver(tooEarly)).start();
        }
    }

    private void workForEver(boolean tooEarly) {
        while (true) {
            long number = last.incrementAndGet();
            if (tooEarly) {
                acknowledgeThenCommit(number);
            } else {
                commitThenAcknowledge(number);
            }
        }
    }

    private void commitThenAcknowledge(long number) {
        hub.write(tx -> insert(tx, number));
        CrashPoint.AFTER_COMMIT.reached();
        say("ack " + number + ".");
        CrashPoint.AFTER_SEND.reached();
    }

    /** The mistake that the judge must find. */
    private void acknowledgeThenCommit(long number) {
        hub.write(tx -> {
            insert(tx, number);
            say("ack " + number + ".");
            CrashPoint.AFTER_SEND.reached();
            return number;
        });
    }

    private static long insert(Transaction tx, long number) throws SQLException {
        int parts = DurabilityJudge.partsOf(number);
        tx.update("insert into head (number, parts) values (?, ?)", number, parts);
        BulkWriter writer =
                tx.bulk("part", List.of(Column.number("number"), Column.integer("part"), Column.text("payload")));
        for (int part = 1; part <= parts; part++) {
            writer.add(number, part, DurabilityJudge.payload(number, part));
        }
        return number;
    }

    /** One write a line, without a buffer that could die with the process. */
    private static void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
