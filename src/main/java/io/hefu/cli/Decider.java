package io.hefu.cli;

import picocli.CommandLine.Option;

/** Who decided, and why: no decision is anonymous. */
final class Decider {
    @Option(names = "--by", required = true, descriptionKey = "by", paramLabel = "NAME")
    private String by;

    @Option(names = "--why", required = true, descriptionKey = "why", paramLabel = "REASON")
    private String why;

    String by() {
        return Asked.filled("--by", by);
    }

    String why() {
        return Asked.filled("--why", why);
    }
}
