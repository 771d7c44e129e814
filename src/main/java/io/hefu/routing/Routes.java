package io.hefu.routing;

import io.hefu.definition.InvalidDefinitionsException;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of an installation: loaded, checked before they run, swapped when they were edited. Whatever is wrong with
 * edited files, the routes before them go on.
 */
public final class Routes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    /** How long a reading that is under way may go on after its routes were replaced. */
    private static final Duration REPLACED = Duration.ofMinutes(30);

    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final RoutingContext surroundings;
    private final Counting counting;
    private final RouteCalls calls;
    private String version = "";
    private boolean triggers = true;
    private int number;

    /**
     * @param calls by which beans and adapters reach these routes
     * @param expected faults that belong to the normal course of a route and are not counted as its failures
     */
    public Routes(RoutingContext surroundings, RouteCalls calls, Clock clock, Predicate<Throwable> expected) {
        this.surroundings = surroundings;
        this.calls = calls;
        this.counting = new Counting(clock, expected);
    }

    /** Checks the routes of an installation without running any; names and types of the beans are enough. */
    public static void check(RoutingContext surroundings, Violations violations) {
        Routes scratch = new Routes(surroundings, new RouteCalls(), Clock.systemUTC(), fault -> false);
        scratch.build("check", scratch.read(violations), violations).ifPresent(built -> built.end(CLOSING));
    }

    /**
     * Loads and starts the routes.
     *
     * @throws InvalidDefinitionsException with every fault, when there is any; then nothing runs
     */
    public void start() {
        if (reload() instanceof Swap.Refused refused) {
            throw new InvalidDefinitionsException(refused.violations());
        }
    }

    /** As {@link #start}, but only the routes that are called by others: for one deed of a person, not for a running hub. */
    public void startCalled() {
        triggers = false;
        start();
    }

    /** Starts the triggers of routes that {@link #startCalled} left out. */
    public synchronized void startTriggers() {
        triggers = true;
        calls.live().ifPresent(Generation::startTriggers);
    }

    /** Takes up edited routes; answers when they run, while exchanges of the former ones may still be under way. */
    public synchronized Swap reload() {
        Violations violations = new Violations();
        Optional<RouteFiles> files = read(violations);
        String found = files.map(RouteFiles::version).orElse("");
        if (calls.live().isPresent() && found.equals(version)) {
            return new Swap.Same();
        }
        Optional<Generation> built = build("hefu-routes-" + ++number, files, violations);
        Swap swap = built.map(this::swap).orElseGet(() -> new Swap.Refused(violations.all()));
        if (swap instanceof Swap.Done) {
            version = found;
        }
        return swap;
    }

    /** A hash of the files as they are now, whether they run or not. */
    String versionOnDisk() {
        return read(new Violations()).map(RouteFiles::version).orElse("");
    }

    /** Every route, in the order of files and lines. */
    public List<RouteHealth> health() {
        return calls.live()
                .map(now -> now.items().stream()
                        .filter(RouteItem::isRoute)
                        .map(item -> health(now, item))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public synchronized void close() {
        Optional<Generation> last = calls.live();
        last.ifPresent(ending -> ending.end(CLOSING));
        calls.become(Optional.empty());
    }

    private RouteHealth health(Generation now, RouteItem item) {
        Counting.Count count = counting.of(item.id());
        return new RouteHealth(
                item.id(),
                item.file(),
                item.body().text("description").orElse(""),
                item.from().split("\\?", 2)[0],
                now.state(item.id()),
                count.exchanges(),
                count.failures(),
                count.last(),
                count.lastFailure(),
                count.fault());
    }

    private Optional<RouteFiles> read(Violations violations) {
        try {
            return Optional.of(RouteFiles.read(surroundings.home()));
        } catch (IOException fault) {
            violations.add(
                    Position.of(RouteFiles.FOLDER),
                    Text.of("读不了", "it cannot be read"),
                    Text.NONE,
                    Text.of("检查运行 Hefu 的账户对它的读权限", "check that the account that runs Hefu may read it"));
            return Optional.empty();
        }
    }

    /** A whole new generation, not started; empty when there is any violation. */
    private Optional<Generation> build(String name, Optional<RouteFiles> files, Violations violations) {
        List<RouteItem> items = files.map(read -> read.items(violations)).orElse(List.of());
        RouteCheck.check(items, surroundings, violations);
        List<RouteItem> sound = RouteCheck.sound(items, violations);
        Generation built = Generation.build(name, sound, surroundings, counting, violations);
        if (violations.isEmpty()) {
            return Optional.of(built);
        }
        built.end(CLOSING);
        return Optional.empty();
    }

    private Swap swap(Generation next) {
        Optional<Generation> former = calls.live();
        former.ifPresent(Generation::pause);
        try {
            next.start(triggers);
        } catch (Exception fault) {
            LOG.warn("Edited routes did not start", fault);
            next.end(CLOSING);
            former.ifPresent(Generation::resume);
            return new Swap.Refused(List.of(notStarted(fault)));
        }
        calls.become(Optional.of(next));
        former.ifPresent(this::retire);
        Swap.Done done = difference(ids(former), ids(Optional.of(next)));
        counting.keepOnly(ids(calls.live()).keySet());
        if (former.isPresent()) {
            LOG.info(done.told().en());
        }
        return done;
    }

    /** The former routes end when their last exchange has; nobody waits for that. */
    private void retire(Generation former) {
        Thread thread = new Thread(() -> former.end(REPLACED), "hefu-routes-ending");
        thread.setDaemon(true);
        thread.start();
    }

    private static Violation notStarted(Exception fault) {
        return new Violation(
                Position.of(RouteFiles.FOLDER),
                Text.of("路由没有启动：%s", "a route did not start: %s", String.valueOf(fault.getMessage())),
                Text.NONE,
                Text.of("检查这条路由从哪里开始", "check where that route starts from"));
    }

    private static Map<String, String> ids(Optional<Generation> generation) {
        Map<String, String> ids = new TreeMap<>();
        generation.ifPresent(loaded -> loaded.items()
                .forEach(item -> ids.put(
                        item.isRoute() ? item.id() : RouteItem.CONFIGURATION,
                        item.file() + item.text().strip())));
        return ids;
    }

    private static Swap.Done difference(Map<String, String> before, Map<String, String> after) {
        Set<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        Set<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(id -> !before.containsKey(id) || before.get(id).equals(after.get(id)));
        return new Swap.Done(added, changed, removed);
    }
}
