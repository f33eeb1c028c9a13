package cn.lingpao.standalone;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param data the folder all state is kept in
 * @param port the gateway's port; the parts take the ports that follow; 0 on the command line is any that are free
 * @param once stop as soon as everything is up
 */
record Options(Path data, int port, boolean once) {

    static final String USAGE = "usage: --data DIR --port N [--once]";

    private static final int HIGHEST_BASE = 65_535 - Part.SITE_COLLECTOR.offset();

    static Options parse(List<String> arguments) {
        Path data = Path.of("data");
        int port = 8080;
        boolean once = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--data" -> data = Path.of(value(word, words));
                case "--port" -> port = port(value(word, words));
                case "--once" -> once = true;
                default -> throw new Refused("unknown option " + word + "; " + USAGE);
            }
        }
        return new Options(data.toAbsolutePath().normalize(), port, once);
    }

    int port(Part part) {
        return port + part.offset();
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Refused(option + " needs a value; " + USAGE);
        }
        return words.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_BASE) {
                return port == 0 ? Machine.freeBase() : port;
            }
        } catch (NumberFormatException e) {
            throw new Refused("--port must be a number, not " + text);
        }
        throw new Refused("--port must lie between 0 and " + HIGHEST_BASE + ", not " + text);
    }
}
