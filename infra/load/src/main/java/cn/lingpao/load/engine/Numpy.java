package cn.lingpao.load.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference: the same figures by numpy, in a process of its own. */
final class Numpy {

    private final Path folder;
    private final String python = System.getenv().getOrDefault("PYTHON", "python3");
    private final Path script;

    /** @param script {@code engine.py} */
    Numpy(Path folder, Path script) {
        this.folder = folder;
        this.script = script;
    }

    void write(Figures figures) throws IOException {
        String draws = figures.draws() == 0 ? "" : ", \"draws\": " + figures.draws();
        Files.writeString(
                file(figures, "json"),
                "{\"targets\": %d, \"points\": %d%s}".formatted(figures.targets(), figures.points(), draws));
        ByteBuffer values = doubles(figures.points() * figures.targets());
        for (double[] column : figures.values()) {
            values.asDoubleBuffer().put(column);
            values.position(values.position() + column.length * Double.BYTES);
        }
        Files.write(file(figures, "values"), values.array());
        ByteBuffer weights = doubles(figures.points());
        weights.asDoubleBuffer().put(figures.weights());
        Files.write(file(figures, "weights"), weights.array());
    }

    void compute(Figures figures) throws IOException {
        run("compute", figures);
    }

    double[] scores(Figures figures) throws IOException {
        return read(file(figures, "scores"), figures.targets());
    }

    double[] meanRanks(Figures figures) throws IOException {
        return read(file(figures, "mean-ranks"), figures.targets());
    }

    int[] ranks(Figures figures) throws IOException {
        int[] ranks = new int[figures.targets()];
        ByteBuffer.wrap(Files.readAllBytes(file(figures, "ranks")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(ranks);
        return ranks;
    }

    /** Seconds of every round, by way. */
    Map<String, List<Double>> time(Figures figures) throws IOException {
        return run("time", figures)
                .lines()
                .map(line -> line.split("\t"))
                .collect(Collectors.groupingBy(
                        fields -> fields[0],
                        LinkedHashMap::new,
                        Collectors.mapping(fields -> Double.valueOf(fields[1]), Collectors.toList())));
    }

    /** Which numpy it is. */
    String version() throws IOException {
        return output(List.of(python, "-c", "import numpy; print('numpy', numpy.__version__)"))
                .strip();
    }

    private String run(String verb, Figures figures) throws IOException {
        return output(List.of(python, script.toString(), verb, folder.toString(), figures.name()));
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("numpy failed: " + String.join(" ", command));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while numpy computed", interrupted);
        }
        return output;
    }

    private static double[] read(Path file, int count) throws IOException {
        double[] numbers = new double[count];
        ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(numbers);
        return numbers;
    }

    private static ByteBuffer doubles(int count) {
        return ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Path file(Figures figures, String extension) {
        return folder.resolve(figures.name() + "." + extension);
    }
}
