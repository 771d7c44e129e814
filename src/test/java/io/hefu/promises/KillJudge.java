package io.hefu.promises;

import io.hefu.cli.Hub;
import io.hefu.delivery.WantedCount;
import io.hefu.delivery.WantedState;
import io.hefu.servers.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares, from outside the killed process, what was entered into the sources with what the targets and the mail server have. */
final class KillJudge {
    /**
     * @param inputs numbered customers and receivables
     * @param lost customers that a target lacks or knows by an old name, and mails that were not sent and not said to be unknown
     * @param doubled customers that stand in a target more than once, and mails that were sent more than once
     * @param mails that the mail server took over
     * @param unknown mails of which the hub says that it does not know whether they were sent
     */
    record Verdict(int inputs, List<String> lost, List<String> doubled, int mails, long unknown) {
        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty();
        }

        @Override
        public String toString() {
            return inputs + " inputs, " + lost.size() + " lost " + some(lost) + ", " + doubled.size() + " doubled "
                    + some(doubled) + ", " + mails + " mails, " + unknown + " unknown";
        }

        private static String some(List<String> all) {
            return all.subList(0, Math.min(5, all.size())).toString();
        }
    }

    private final KillWorld world;
    private final Feeder feeder;
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();

    private KillJudge(KillWorld world, Feeder feeder) {
        this.world = world;
        this.feeder = feeder;
    }

    static Verdict judge(KillWorld world, Feeder feeder) throws SQLException {
        return new KillJudge(world, feeder).judge();
    }

    private Verdict judge() throws SQLException {
        customers("crm", world.crm, "select number, name from account");
        customers("finance", world.finance, "select code, name from client");
        long unknown = unknownMails();
        mails(unknown);
        return new Verdict(
                feeder.names().size() + feeder.receivables(),
                lost,
                doubled,
                world.mails.taken().size(),
                unknown);
    }

    private void customers(String target, Login login, String sql) throws SQLException {
        Map<String, List<String>> there = new HashMap<>();
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                there.computeIfAbsent(rows.getString(1), number -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        feeder.names().forEach((number, name) -> {
            List<String> found = there.getOrDefault(number, List.of());
            if (!found.contains(name)) {
                lost.add(target + " " + number + " " + name + " " + found);
            }
            if (found.size() > 1) {
                doubled.add(target + " " + number);
            }
        });
    }

    /** What was neither sent nor is shown as unknown is lost. */
    private void mails(long unknown) {
        Map<String, Integer> sent = new HashMap<>();
        Map<String, Integer> byId = new HashMap<>();
        for (SmtpRecorder.Taken mail : world.mails.taken()) {
            byId.merge(mail.messageId(), 1, Integer::sum);
            String number = mail.subject().replaceFirst(".*(YS-\\d{5}).*", "$1");
            sent.merge(number, 1, Integer::sum);
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
        List<String> unsent = new ArrayList<>();
        for (int i = 1; i <= feeder.receivables(); i++) {
            if (!sent.containsKey(Feeder.receivable(i))) {
                unsent.add("mail " + Feeder.receivable(i));
            }
        }
        if (unsent.size() > unknown) {
            lost.addAll(unsent);
        }
    }

    private long unknownMails() {
        try (Hub hub = Hub.open(world.home, Clock.systemUTC())) {
            return hub.books().wanted().counts().stream()
                    .filter(count -> count.target().equals("smtp") && count.state() == WantedState.UNKNOWN)
                    .mapToLong(WantedCount::amount)
                    .sum();
        }
    }
}
