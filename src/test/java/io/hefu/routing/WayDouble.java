package io.hefu.routing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ExchangeException;

/** Steps with the same chain of types as those of the journey, whose faults a test can script. */
final class WayDouble {
    static final String PREFIX = WayDouble.class.getName() + "$";

    record SourceBatch(String text) {}

    record GatedBatch(String text) {}

    record CanonicalBatch(String text, int attempt) {}

    record IdentifiedBatch(String text, int attempt) {}

    record MergedBatch(String text, int attempt) {}

    record RuledBatch(String text, int attempt) {}

    record DerivedBatch(String text, int attempt) {}

    record CommittedBatch(String text, int attempt) {}

    static final class StaleBatch extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient CanonicalBatch batch;

        StaleBatch(CanonicalBatch batch) {
            super("stale");
            this.batch = batch;
        }
    }

    static final class EntityPaused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EntityPaused(String message) {
            super(message);
        }
    }

    /** Knows one word that it does not let through, and can be made to hold every batch. */
    public static final class Gate {
        volatile CountDownLatch open = new CountDownLatch(0);
        final AtomicInteger inside = new AtomicInteger();

        public GatedBatch pass(SourceBatch batch) throws InterruptedException {
            inside.incrementAndGet();
            if (!open.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
            if (batch.text().equals("unknown shape")) {
                throw new EntityPaused("crm/opportunity is paused");
            }
            return new GatedBatch(batch.text() + " gated");
        }
    }

    public static final class Mapper {
        public CanonicalBatch map(GatedBatch batch) {
            return new CanonicalBatch(batch.text() + " mapped", 0);
        }
    }

    public static final class Identifier {
        public IdentifiedBatch identify(CanonicalBatch batch) {
            return new IdentifiedBatch(batch.text() + " identified", batch.attempt());
        }
    }

    public static final class Merger {
        public MergedBatch merge(IdentifiedBatch batch) {
            return new MergedBatch(batch.text() + " merged", batch.attempt());
        }
    }

    public static final class Ruler {
        public RuledBatch rule(MergedBatch batch) {
            return new RuledBatch(batch.text() + " ruled", batch.attempt());
        }
    }

    public static final class Deriver {
        public DerivedBatch derive(RuledBatch batch) {
            return new DerivedBatch(batch.text() + " derived", batch.attempt());
        }
    }

    /** Finds as many first attempts stale as it is told to. */
    public static final class Committer {
        volatile int stale;

        public CommittedBatch commit(DerivedBatch batch) {
            if (batch.attempt() < stale) {
                throw new StaleBatch(new CanonicalBatch("again", batch.attempt() + 1));
            }
            return new CommittedBatch(batch.text() + " committed", batch.attempt());
        }
    }

    public static final class Again {
        public CanonicalBatch back(@ExchangeException StaleBatch stale) {
            return stale.batch;
        }
    }

    /** Writes down what it is asked for; throws what it is told to, once for each. */
    public static final class Intake {
        final List<String> asked = new CopyOnWriteArrayList<>();
        final List<RuntimeException> faults = new CopyOnWriteArrayList<>();

        public int read(String system, String entity) {
            asked.add(system + "/" + entity);
            if (!faults.isEmpty()) {
                throw faults.remove(0);
            }
            return asked.size();
        }

        public int sweep(String system, String entity) {
            return read(system, entity);
        }
    }

    public static final class Delivery {
        public int deliver(String target, String entity) {
            return target.length() + entity.length();
        }
    }

    public static final class Resumer {
        public int resume(List<String> records) {
            return records.size();
        }

        public int resumeArrived() {
            return 0;
        }
    }

    public static final class Once {
        public int run() {
            return 0;
        }
    }

    static final class Matching {
        public int everyEntity() {
            return 0;
        }
    }

    final Gate gate = new Gate();
    final Committer committer = new Committer();
    final Intake intake = new Intake();

    RouteBeans beans() {
        return RouteBeans.of(Map.ofEntries(
                Map.entry("gate", gate),
                Map.entry("mapper", new Mapper()),
                Map.entry("identifier", new Identifier()),
                Map.entry("merger", new Merger()),
                Map.entry("ruler", new Ruler()),
                Map.entry("deriver", new Deriver()),
                Map.entry("committer", committer),
                Map.entry("again", new Again()),
                Map.entry("intake", intake),
                Map.entry("delivery", new Delivery()),
                Map.entry("clock", new Once()),
                Map.entry("resumer", new Resumer()),
                Map.entry("matching", new Matching()),
                Map.entry("housekeeping", new Once())));
    }

    static WayOrder order() {
        return new WayOrder(
                Map.of(
                        "direct:way", SourceBatch.class,
                        "direct:from-identify", CanonicalBatch.class,
                        "direct:from-rules", MergedBatch.class),
                CommittedBatch.class);
    }
}
