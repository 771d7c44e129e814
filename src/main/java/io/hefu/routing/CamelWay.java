package io.hefu.routing;

import io.hefu.journey.CommittedBatch;
import io.hefu.journey.MergedBatch;
import io.hefu.journey.SourceBatch;
import io.hefu.journey.Way;
import java.util.Map;
import org.apache.camel.Exchange;

/** The way as the routes of the installation describe it. */
public final class CamelWay implements Way {
    private final RouteCalls calls;

    public CamelWay(RouteCalls calls) {
        this.calls = calls;
    }

    @Override
    public CommittedBatch send(SourceBatch batch) {
        return committed("direct:way", batch);
    }

    @Override
    public CommittedBatch send(MergedBatch due) {
        return committed("direct:from-rules", due);
    }

    private CommittedBatch committed(String endpoint, Object batch) {
        Exchange done = calls.request(endpoint, batch, Map.of());
        if (done.getException() instanceof RuntimeException fault) {
            throw fault;
        }
        if (done.getException() != null) {
            throw new IllegalStateException("a step failed", done.getException());
        }
        // An edited error policy may have gone on after a fault: then what comes out is no commit.
        if (done.getMessage().getBody() instanceof CommittedBatch committed) {
            return committed;
        }
        throw new IllegalStateException(
                "the way ended without a commit", done.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
