package cn.lingpao.cli;

import cn.lingpao.cli.sample.DemoCampaign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingpao sample --output DIR}. */
@Command(name = "sample", description = "Write the invented demonstration campaign, the same files for the same seed.")
final class SampleCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "the folder to write to")
    Path output = Path.of("");

    @Option(names = "--seed", defaultValue = "" + DemoCampaign.DEFAULT_SEED, description = "default: ${DEFAULT-VALUE}")
    long seed = DemoCampaign.DEFAULT_SEED;

    @Override
    public Integer call() throws IOException {
        DemoCampaign.write(output, seed);
        spec.commandLine().getOut().println("invented 虚构: written to " + output);
        return 0;
    }
}
