package io.hefu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Every command there is. */
@Command(
        name = "hefu",
        sortOptions = false,
        scope = ScopeType.INHERIT,
        subcommands = {
            CheckCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            RunCommand.class,
            ReadCommand.class,
            SweepCommand.class,
            StatusCommand.class,
            HeldCommand.class,
            ExplainCommand.class,
            LookupCommand.class,
            ReviewCommand.class,
            MergeCommand.class,
            SplitCommand.class,
            ReleaseCommand.class,
            RetryCommand.class,
            DiscardCommand.class,
            MatchCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            VersionCommand.class
        })
final class Commands implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help",
            scope = ScopeType.INHERIT)
    void help(boolean asked) {}

    /** Looked at before anything is parsed; see {@link Hefu}. */
    @CommandLine.Option(
            names = "--language",
            descriptionKey = "language",
            paramLabel = "zh|en",
            scope = ScopeType.INHERIT)
    void language(String chosen) {}

    /** Nothing was asked for: shows what there is to ask for. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Hefu.FINE;
    }
}
