package cn.lingpao.cli;

import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code lingpao}. */
@Command(
        name = "lingpao",
        mixinStandardHelpOptions = true,
        version = "lingpao 0.1",
        description = "领跑 runs an assessment of digital government end to end.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The launcher adds: up [--detach] [--data DIR] [--port N], down, status.",
            "Exit codes: 0 done, 1 refused or not as expected, 2 wrong usage."
        },
        subcommands = {
            FrameworkCommands.class,
            CampaignCommands.class,
            TargetCommands.class,
            ObservationCommands.class,
            DecisionCommands.class,
            CaseCommands.class,
            ReleaseCommands.class,
            ReplayCommand.class,
            SampleCommand.class
        })
public final class Lingpao {

    private Lingpao() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line whose commands talk to this platform unless they are told otherwise. */
    static CommandLine commandLine(Connection connection) {
        return commandLine().setDefaultValueProvider(argument -> switch (argument.paramLabel()) {
            case Connection.URL -> connection.url == null ? null : connection.url.toString();
            case Connection.ISSUER -> connection.issuer == null ? null : connection.issuer.toString();
            default -> null;
        });
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
        if (failure instanceof CommandFailure told) {
            return told.getMessage();
        }
        if (failure instanceof ApiRefusal refusal) {
            return "refused (" + refusal.status() + "): " + refusal.getMessage();
        }
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getMessage();
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
