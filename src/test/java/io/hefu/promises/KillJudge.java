package io.hefu.promises;

import io.hefu.servers.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares, from outside the killed process, what was entered into the sources with what the targets, the mail server and
 * the hub's own tables have. It uses nothing of the hub but its tables.
 */
final class KillJudge {
    /**
     * @param inputs numbered customers and receivables
     * @param lost what a target lacks or knows by an old name, a mail that was neither sent nor said to be unknown, what the
     *     hub does not know, or still has to do, and batches whose dispositions do not add up
     * @param doubled what stands more than once in a target or the hub, and mails that were sent more than once
     * @param mails that the mail server took over
     * @param unknown receivables of whose mail the hub says that it does not know whether it was sent
     * @param read rows that the batches say they read, each with a disposition
     */
    record Verdict(int inputs, Set<String> lost, Set<String> doubled, int mails, Set<String> unknown, long read) {
        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty();
        }

        @Override
        public String toString() {
            return inputs + " inputs, " + lost.size() + " lost " + some(lost) + ", " + doubled.size() + " doubled "
                    + some(doubled) + ", " + mails + " mails, " + unknown.size() + " unknown, " + read + " rows read";
        }

        private static String some(Set<String> all) {
            return all.stream().sorted().limit(5).toList().toString();
        }
    }

    private static final Pattern RECEIVABLE = Pattern.compile("YS-\\d{5}");

    private final KillWorld world;
    private final Feeder feeder;
    private final boolean mailsAreDue;
    private final Set<String> lost = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();

    private KillJudge(KillWorld world, Feeder feeder, boolean mailsAreDue) {
        this.world = world;
        this.feeder = feeder;
        this.mailsAreDue = mailsAreDue;
    }

    /** @param mailsAreDue whether all receivables are due by now, so that each must have its mail */
    static Verdict judge(KillWorld world, Feeder feeder, boolean mailsAreDue) throws SQLException {
        return new KillJudge(world, feeder, mailsAreDue).judge();
    }

    private Verdict judge() throws SQLException {
        customers("crm", pairs(world.crm, "select number, name from account"));
        customers("finance", pairs(world.finance, "select code, name from client"));
        customers(
                "shop",
                world.shop.clients().stream()
                        .map(client -> List.of(client.number(), client.name()))
                        .toList());
        Set<String> unknown = unknownMails();
        mails(unknown);
        hub();
        return new Verdict(
                feeder.names().size() + feeder.receivables(),
                lost,
                doubled,
                world.mails.taken().size(),
                unknown,
                read());
    }

    private static List<List<String>> pairs(Login login, String sql) throws SQLException {
        List<List<String>> pairs = new ArrayList<>();
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }

    private void customers(String target, List<List<String>> rows) {
        Map<String, List<String>> there = new HashMap<>();
        rows.forEach(row ->
                there.computeIfAbsent(row.get(0), number -> new ArrayList<>()).add(row.get(1)));
        feeder.names().forEach((number, name) -> {
            List<String> found = there.getOrDefault(number, List.of());
            if (!found.contains(name)) {
                lost.add(target + " " + number + " " + name + " " + found);
            }
            if (found.size() > 1) {
                doubled.add(target + " " + number);
            }
        });
        there.keySet().stream()
                .filter(number -> !feeder.names().containsKey(number))
                .forEach(number -> doubled.add(target + " " + number + " was never entered"));
    }

    /** What was neither sent nor is shown as unknown is lost. */
    private void mails(Set<String> unknown) {
        Map<String, Integer> sent = new HashMap<>();
        Map<String, Integer> byId = new HashMap<>();
        for (SmtpRecorder.Taken mail : world.mails.taken()) {
            byId.merge(mail.messageId(), 1, Integer::sum);
            sent.merge(receivable(mail.subject()), 1, Integer::sum);
        }
        sent.forEach((number, times) -> {
            if (times > 1) {
                doubled.add("mail " + number);
            }
        });
        byId.forEach((id, times) -> {
            if (times > 1) {
                doubled.add("mail " + id);
            }
        });
        for (int i = 1; mailsAreDue && i <= feeder.receivables(); i++) {
            String number = Feeder.receivable(i);
            if (!sent.containsKey(number) && !unknown.contains(number)) {
                lost.add("mail " + number);
            }
        }
    }

    static String receivable(String text) {
        Matcher found = RECEIVABLE.matcher(text);
        return found.find() ? found.group() : text;
    }

    private Set<String> unknownMails() throws SQLException {
        Set<String> unknown = new HashSet<>();
        pairs(world.hub, wanted("w.target = 'smtp' and w.state = 'unknown'"))
                .forEach(row -> unknown.add(receivable(row.get(1))));
        return unknown;
    }

    private static String wanted(String which) {
        return "select w.target || ' ' || w.state, coalesce(g.business_key, '') from wanted w"
                + " left join golden g on g.uid = w.uid where " + which;
    }

    /** What the hub itself knows and has still to do. */
    private void hub() throws SQLException {
        pairs(world.hub, wanted("not (w.target = 'smtp' and w.state = 'unknown')"))
                .forEach(row -> lost.add("not done: " + row));
        pairs(world.hub, "select 'load', target from wanted_load").forEach(row -> lost.add("not done: " + row));
        pairs(world.hub, "select system || ' ' || record_key, kind from parked where state = 'open'")
                .forEach(row -> lost.add("parked: " + row));
        pairs(
                        world.hub,
                        "select system, number from batch"
                                + " where rows_read <> applied + unchanged + waiting + quarantined + dropped")
                .forEach(row -> lost.add("does not add up: " + row));
        known("erp", "customer", feeder.names().size());
        known("finance", "receivable", feeder.receivables());
    }

    private void known(String system, String entity, int amount) throws SQLException {
        List<String> said = pairs(
                        world.hub,
                        ("select count(*), count(distinct uid) from link where system = '%s' and entity = '%s'"
                                        + " and primary_link = 1 and present = 1")
                                .formatted(system, entity))
                .get(0);
        List<String> golden = pairs(
                        world.hub,
                        "select count(*), count(distinct business_key) from golden where deleted = 0 and entity = '%s'"
                                .formatted(entity))
                .get(0);
        for (String number : List.of(said.get(0), said.get(1), golden.get(0), golden.get(1))) {
            if (Integer.parseInt(number) < amount) {
                lost.add("hub: %s of %d %s/%s".formatted(number, amount, system, entity));
            } else if (Integer.parseInt(number) > amount) {
                doubled.add("hub: %s of %d %s/%s".formatted(number, amount, system, entity));
            }
        }
    }

    private long read() throws SQLException {
        return Long.parseLong(pairs(world.hub, "select coalesce(sum(rows_read), 0), '' from batch")
                .get(0)
                .get(0));
    }
}
