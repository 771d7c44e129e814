package io.hefu.documentation;

import java.util.ArrayList;
import java.util.List;

/** The {@code console} blocks of a page: what was typed after {@code $}, and what came out. */
public final class Transcript {
    public static final String LANGUAGE = "console";
    public static final String PROMPT = "$ ";

    private Transcript() {}

    /** A command and what it printed. */
    public record Step(String typed, List<String> printed) {}

    public static List<Step> steps(Page.Block block) {
        List<Step> steps = new ArrayList<>();
        for (String line : block.lines()) {
            if (line.startsWith(PROMPT)) {
                steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
            } else {
                steps.get(steps.size() - 1).printed().add(line);
            }
        }
        return steps;
    }

    /** Of a page, without what only one run of it has: identifiers. */
    static List<String> commands(Page page) {
        return page.blocks().stream()
                .filter(block -> block.language().equals(LANGUAGE))
                .flatMap(block -> steps(block).stream())
                .map(step -> step.typed().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID"))
                .toList();
    }
}
