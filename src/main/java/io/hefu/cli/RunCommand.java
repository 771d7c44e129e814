package io.hefu.cli;

import io.hefu.console.page.Console;
import io.hefu.definition.Text;
import io.hefu.journey.Faults;
import io.hefu.routing.RouteWatcher;
import io.hefu.routing.Swap;
import java.net.BindException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the hub until it is stopped: routes, status page, and edited files taken up as they come. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Desk desk;

    @Mixin
    private AtHome home;

    @Option(names = "--port", descriptionKey = "port", paramLabel = "PORT")
    private Integer port;

    RunCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = desk.terminal();
        refuseNoPort();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stopped, closed), "hefu-stopping"));
        // what routes log is for the same reader
        Locale.setDefault(Locale.Category.DISPLAY, terminal.locale());
        try (Hub hub = desk.open(home.folder()).requireSound();
                RunLock lock = RunLock.take(hub.home(), hub.settings().hub());
                LiveHub live = LiveHub.quiet(hub);
                Console console = show(
                        live, Optional.ofNullable(port).orElse(hub.settings().port()));
                RouteWatcher routes = new RouteWatcher(live.routes(), LOOK, this::told);
                DefinitionsWatcher definitions = new DefinitionsWatcher(hub, LOOK, terminal)) {
            terminal.say(Text.of(
                    "Hefu 正在运行，状态页：%s（Ctrl-C 停止）", "Hefu runs; its status page: %s (Ctrl-C stops it)", console.url()));
            firstReading(live, stopped);
            live.routes().startTriggers();
            stopped.await();
            terminal.tell(Text.of("正在停止 …", "stopping …"));
        } finally {
            closed.countDown();
        }
        return Hefu.FINE;
    }

    private void refuseNoPort() {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new Complaint(Text.of(
                    "%s 不是端口；允许：0 到 65535，0 表示任意空闲端口",
                    "%s is no port; allowed: 0 to 65535, 0 is any free one", port.toString()));
        }
    }

    /** Before any trigger runs: what was never read comes in the order of references. */
    private void firstReading(LiveHub live, CountDownLatch stopped) {
        live.engine()
                .firstReading()
                .run(
                        () -> stopped.getCount() == 0,
                        flow -> desk.terminal().tell(Text.of("首次读取 %s …", "first reading of %s …", flow)),
                        (flow, fault) -> desk.terminal().tellFault(Faults.told(fault)));
    }

    private static Console show(LiveHub live, int port) {
        try {
            return live.show(port);
        } catch (BindException taken) {
            throw new Complaint(Text.of(
                    "端口 %s 已被占用；可尝试：--port 0 任选空闲端口，或在 config/application.yaml 中改 web.port",
                    "port %s is taken; try: --port 0 for any free one, or another web.port in config/application.yaml",
                    port));
        }
    }

    private void told(Swap swap) {
        if (swap instanceof Swap.Done done) {
            desk.terminal().tell(done.told());
        } else if (swap instanceof Swap.Refused refused) {
            desk.terminal()
                    .tellFault(Text.of(
                            "改动后的路由有错误，原路由继续运行：", "the edited routes have faults; the routes before them go on:"));
            Troubles.list(desk.terminal(), refused.violations());
        }
    }

    /** The process must not end before everything is closed. */
    private static void stopAndWait(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
