package io.hefu.demo;

import io.hefu.cli.Hub;
import io.hefu.cli.LiveHub;
import io.hefu.cli.Terminal;
import io.hefu.console.Things;
import io.hefu.console.page.Console;
import io.hefu.definition.Text;
import io.hefu.demo.company.DemoCompany;
import io.hefu.demo.company.books.Order;
import io.hefu.demo.company.books.Receivable;
import io.hefu.journey.FirstReading;
import io.hefu.journey.Plan;
import io.hefu.journey.PlanRun;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.systems.SystemFault;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The bundled company, and the hub beside it: a plan, the first reading, what came of it, and then changes that people make
 * in one system and that are seen arriving in the others.
 *
 * <p>The company always plays the same day, so that its figures are the same whenever it is looked at.
 */
public final class Demo {
    /** A Tuesday. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    static final long SEED = 20260701;

    private static final int USUAL_PORT = 8686;
    private static final int PAUSE_SECONDS = 15;
    private static final String PERSON = "王芳";

    private final DemoOptions options;
    private final Terminal terminal;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Demo(DemoOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /**
     * What came of a demo.
     *
     * @param figures of the first reading
     * @param broken what should have come true and did not
     */
    record Outcome(Figures figures, List<Text> broken) {}

    /** @return the exit code: 1 when anything that the demo claims did not come true */
    public static int run(String[] words) throws Exception {
        Terminal terminal = Terminal.ofProcess();
        DemoOptions options;
        try {
            options = DemoOptions.of(words);
        } catch (DemoOptions.Misunderstood fault) {
            terminal.tellFault(fault.what());
            return 1;
        }
        Terminal spoken =
                options.language().map(Locale::forLanguageTag).map(terminal::in).orElse(terminal);
        return play(options, spoken).broken().isEmpty() ? 0 : 1;
    }

    static Outcome play(DemoOptions options, Terminal terminal) throws IOException, SQLException, InterruptedException {
        Demo demo = new Demo(options, terminal);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> demo.stopAndWait(closed), "demo-stopping");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return demo.play();
        } finally {
            closed.countDown();
            removed(hook);
        }
    }

    /** The process must not end before every server is stopped. */
    private void stopAndWait(CountDownLatch closed) {
        stopped.countDown();
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removed(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it is running already, and waits for this
            return;
        }
    }

    private Outcome play() throws IOException, SQLException, InterruptedException {
        terminal.tell(
                Text.of(
                        "正在启动一家虚构外贸公司的四个系统：ERP（PostgreSQL）、财务（MariaDB）、旧CRM（HTTP）、邮箱 …",
                        "starting the four systems of a made-up trading company: ERP (PostgreSQL), finance (MariaDB), legacy CRM (HTTP), mailbox ..."));
        Path folder = options.folder().toAbsolutePath().normalize();
        try (DemoCompany company = DemoCompany.start(folder.resolve("company"), DAY, SEED)) {
            company.changes().keepLateCustomerBack();
            DemoHome home = DemoHome.make(DemoHome.bundled(), folder.resolve("home"), company.endpoints());
            switchOn(home, plan(home, company));
            try (Hub hub = Hub.open(home.folder(), company.clock()).requireSound();
                    LiveHub live = LiveHub.quiet(hub)) {
                return beside(company, hub, live);
            }
        }
    }

    /** Looked at before anything may be written: what would be told to whom. */
    private Plan plan(DemoHome home, DemoCompany company) {
        try (Hub hub = Hub.open(home.folder(), company.clock()).requireSound();
                LiveHub live = LiveHub.quiet(hub)) {
            terminal.tell(Text.of("计划：先读一遍，什么也不写 …", "plan: reading it all once, writing nothing ..."));
            Plan plan = live.engine().plan().run(new Silent());
            plan.totals()
                    .forEach(total -> terminal.tell(Text.of(
                            "  将写入 %s：%,d 行，%s %s",
                            "  would write %s: %,d rows, %s %s",
                            total.target() + "/" + total.entity(),
                            total.rows(),
                            total.currency(),
                            Things.amount(total.sum()))));
            return plan;
        }
    }

    private static final class Silent implements PlanRun.Progress {
        @Override
        public void reading(Flow flow) {}

        @Override
        public void read(Flow flow, Equation equation) {}
    }

    private void switchOn(DemoHome home, Plan plan) throws IOException {
        home.switchOn(PERSON, DAY.toString(), plan.id());
        terminal.tell(
                Text.of("%s 看过计划 %s，打开写入", "%s has looked at plan %s and switches writing on", PERSON, plan.id()));
    }

    private Outcome beside(DemoCompany company, Hub hub, LiveHub live) throws SQLException, InterruptedException {
        Findings findings = new Findings(company, hub);
        firstReading(live);
        Map<Integer, Long> customers = findings.customersBySystems();
        tell(hub, live);
        Figures figures = findings.now(customers);
        terminal.say(Text.of("", ""));
        terminal.say(Text.of("—— 宁波合远进出口有限公司（虚构），%s ——", "-- Ningbo Heyuan Import & Export (made up), %s --", DAY));
        Summary.of(figures).forEach(terminal::say);
        List<Text> broken = new ArrayList<>(Claims.broken(figures, company.knownFaults()));
        Scenes scenes = new Scenes(company, hub, terminal);
        live.routes().startTriggers();
        terminal.say(Text.of(
                "%n—— 然后，各系统里有人改东西 ——".formatted(), "%n-- then people change things in the systems --".formatted()));
        live(scenes);
        broken.addAll(scenes.broken());
        if (!options.once() && stopped.getCount() > 0) {
            goOn(company, live, scenes);
        }
        broken.forEach(each -> terminal.tellFault(Text.of("不符：%s", "not so: %s", each)));
        if (broken.isEmpty() && options.once()) {
            terminal.say(Text.of("以上每一项都由程序核对过。", "Every line above was checked by the program."));
        }
        return new Outcome(figures, broken);
    }

    private void firstReading(LiveHub live) {
        FirstReading first = live.engine().firstReading();
        first.run(
                () -> stopped.getCount() == 0,
                flow -> terminal.tell(Text.of("读取 %s …", "reading %s ...", flow)),
                (flow, fault) -> terminal.tellFault(
                        fault instanceof SystemFault told
                                ? told.what()
                                : Text.same(String.valueOf(fault.getMessage()))));
        live.engine().clockRun().run();
    }

    private void tell(Hub hub, LiveHub live) {
        terminal.tell(Text.of("写入各系统 …", "telling the systems ..."));
        Targets.of(hub.books().snapshot().get())
                .forEach(target -> live.engine().delivery().deliver(target.system(), target.entity()));
    }

    private static void live(Scenes scenes) throws SQLException, InterruptedException {
        scenes.theLateCustomerArrives();
        scenes.theMissingOfferComesByMail();
        scenes.theCrmRenamesAField();
        scenes.anOrderIsApproved();
        scenes.anOverdueInvoiceIsPaid();
    }

    private void goOn(DemoCompany company, LiveHub live, Scenes scenes) throws SQLException, InterruptedException {
        try (Console console = show(live)) {
            terminal.say(Text.of(
                    "%n状态页：%s　程序会继续运行，Ctrl-C 结束".formatted(console.url()),
                    "%nstatus page: %s   the demo goes on, Ctrl-C ends it".formatted(console.url())));
            Deque<String> orders = company.books().orders().stream()
                    .filter(order -> order.status() == 'B')
                    .map(Order::number)
                    .collect(Collectors.toCollection(ArrayDeque::new));
            Deque<String> owed = company.books().receivables().stream()
                    .filter(each -> each.balance().signum() > 0
                            && !each.instalment().due().isBefore(DAY))
                    .map(Receivable::number)
                    .collect(Collectors.toCollection(ArrayDeque::new));
            for (int round = 0; !stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS); round++) {
                change(round, scenes, orders, owed);
            }
        }
        terminal.tell(Text.of("正在停止 …", "stopping ..."));
    }

    private static void change(int round, Scenes scenes, Deque<String> orders, Deque<String> owed)
            throws SQLException, InterruptedException {
        if (round == 0) {
            scenes.aCustomerMoves();
        } else if (round % 3 == 1 && !orders.isEmpty()) {
            scenes.anOlderOrderIsApproved(orders.poll());
        } else if (round % 3 == 2 && !owed.isEmpty()) {
            scenes.anInvoiceIsPaid(owed.poll());
        } else {
            scenes.anOrderIsApproved();
        }
    }

    /** Where nobody asked for a port, any free one will do when the usual one is taken. */
    private Console show(LiveHub live) {
        int port = options.port().orElse(USUAL_PORT);
        try {
            return live.show(port);
        } catch (BindException taken) {
            terminal.tellFault(Text.of("端口 %s 已被占用，改用空闲端口", "port %s is taken; a free one is used", port));
            return free(live);
        }
    }

    private static Console free(LiveHub live) {
        try {
            return live.show(0);
        } catch (BindException impossible) {
            throw new IllegalStateException("there is always a free port", impossible);
        }
    }
}
