package io.hefu.cli;

import io.hefu.definition.Text;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes up edited definitions while the hub runs, and says so; each outcome is told once. */
final class DefinitionsWatcher implements AutoCloseable {
    private final Hub hub;
    private final Terminal terminal;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "hefu-definitions-watching");
        thread.setDaemon(true);
        return thread;
    });
    private Hub.Reload last = new Hub.Reload.Same();
    private List<FolderState.Seen> seen;

    DefinitionsWatcher(Hub hub, Duration every, Terminal terminal) {
        this.hub = hub;
        this.terminal = terminal;
        this.seen = FolderState.of(hub.home());
        looking.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            List<FolderState.Seen> now = FolderState.of(hub.home());
            if (!now.equals(seen)) {
                seen = now;
                tell(hub.reload());
            }
        } catch (RuntimeException fault) {
            terminal.tellFault(io.hefu.journey.Faults.told(fault));
        }
    }

    private void tell(Hub.Reload outcome) {
        if (outcome.equals(last)) {
            return;
        }
        last = outcome;
        if (outcome instanceof Hub.Reload.Done done) {
            terminal.tell(
                    Text.of("已采用改动后的定义（版本 %s）", "the edited definitions are in use (version %s)", done.version()));
        } else if (outcome instanceof Hub.Reload.Restart) {
            terminal.tell(Text.of("数据字典有改动，重启后生效", "the dictionary was edited; it counts after a restart"));
        } else if (outcome instanceof Hub.Reload.Refused refused) {
            terminal.tellFault(
                    Text.of("改动后的定义有错误，仍用原来的：", "the edited definitions have faults; the former ones stay in use:"));
            Troubles.list(terminal, refused.violations());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
