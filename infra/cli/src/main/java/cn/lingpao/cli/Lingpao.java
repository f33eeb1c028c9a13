package cn.lingpao.cli;

import cn.lingpao.cli.deadletter.DeadLetterFailure;
import cn.lingpao.cli.score.ScoreCommand;
import cn.lingpao.collectorclient.PlatformFailure;
import cn.lingpao.collectorclient.PlatformRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code lingpao}. */
@Command(
        name = "lingpao",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "lingpao 0.1",
        description = {
            "领跑 runs an assessment of digital government end to end.",
            "The launcher adds: up [--detach] [--data DIR] [--port N], down, status."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 refused or not as expected, 2 wrong usage."},
        subcommands = {
            FrameworkCommands.class,
            CampaignCommands.class,
            TargetCommands.class,
            PlanCommand.class,
            TaskCommands.class,
            SamplingCommand.class,
            ObservationCommands.class,
            SheetCommands.class,
            EvidenceCommands.class,
            DecisionCommands.class,
            CaseCommands.class,
            ReleaseCommands.class,
            DeadLetterCommands.class,
            ScoreCommand.class,
            CollectCommand.class,
            ReplayCommand.class,
            SampleCommand.class
        })
public final class Lingpao {

    private Lingpao() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its way of telling failures: one sentence, no stack trace. */
    public static CommandLine commandLine() {
        return new CommandLine(new Lingpao())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(sentence(failure));
                    command.getErr().flush();
                    return 1;
                });
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case PlatformRefusal refusal -> refusal.ofCommand().getMessage();
            case PlatformFailure told -> told.getMessage();
            case CommandFailure told -> told.getMessage();
            case DeadLetterFailure told -> told.getMessage();
            case UncheckedIOException told -> told.getMessage();
            case IOException unreadable -> fileSentence(unreadable);
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }

    private static String fileSentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException absent -> "there is no file " + absent.getMessage();
            case FileSystemException unusable ->
                unusable.getMessage() + " cannot be read or written ("
                        + unusable.getClass().getSimpleName() + ")";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
