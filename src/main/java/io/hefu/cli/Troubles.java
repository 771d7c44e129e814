package io.hefu.cli;

import io.hefu.definition.InvalidDefinitionsException;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import io.hefu.journey.Faults;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What to say when a command failed. */
final class Troubles implements CommandLine.IExecutionExceptionHandler {
    private final Terminal terminal;

    Troubles(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
        if (fault instanceof Complaint complaint) {
            terminal.tellFault(complaint.what());
        } else if (fault instanceof InvalidDefinitionsException invalid) {
            list(terminal, invalid.violations());
        } else {
            terminal.tellFault(Faults.told(fault));
            if ("1".equals(terminal.environment().get("HEFU_DEBUG"))) {
                fault.printStackTrace(terminal.err());
            }
        }
        return Hefu.FAULT;
    }

    /** Every fault on a line of its own, then how many there are. */
    static void list(Terminal terminal, List<Violation> violations) {
        violations.forEach(violation -> terminal.err().println(violation.in(terminal.locale())));
        terminal.tellFault(Text.of("共 %s 处错误。", "%s faults in all.", violations.size()));
    }
}
