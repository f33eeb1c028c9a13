package cn.lingpao.load.ingest;

import java.util.List;
import picocli.CommandLine.Option;

/** How large a run is. */
final class Settings {

    @Option(names = "--rows", description = "rows of the two rates")
    int rows = 200_000;

    @Option(
            names = "--warm-up",
            description = "rows before the rates are measured, of the service and of its references")
    int warmUp = 600_000;

    @Option(names = "--batch", description = "rows of a batch over HTTP")
    int batch = 10_000;

    @Option(names = "--clients", description = "collectors that send at the same time")
    int clients = 4;

    @Option(names = "--targets", description = "targets of the campaign")
    int targets = 3_000;

    @Option(names = "--points", description = "check points of the framework")
    int points = 50;

    @Option(names = "--shared", description = "check points of a target that rest on the same captured page")
    int shared = 10;

    @Option(names = "--tasks", description = "tasks of mongo-kafka-connect")
    int tasks = 2;

    @Option(names = "--bulk", description = "documents that mongo-kafka-connect and the raw driver write in one go")
    int bulk = 1_000;

    @Option(names = "--memory-rows", description = "rows over which the memory is looked at")
    int memoryRows = 1_000_000;

    @Option(names = "--kill-rows", description = "rows during which the service is killed")
    int killRows = 200_000;

    @Option(names = "--kills", description = "how often it is killed")
    int kills = 3;

    @Option(names = "--jvm", description = "an option of the service's virtual machine, may be repeated")
    List<String> jvm = List.of();

    Survey survey() {
        return new Survey(targets, points, shared);
    }
}
