package cn.lingpao.standalone;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Whether this machine can run the product, asked before anything is started. */
final class Machine {

    private static final long MEBI = 1 << 20;
    private static final long HEAP_MB = 600;
    private static final long PHYSICAL_MB = 1500;
    private static final int LOWEST_FREE_BASE = 20_000;
    private static final int HIGHEST_FREE_BASE = 32_000;

    private Machine() {}

    static void requireMemory() {
        requireMemory(Runtime.getRuntime().maxMemory() / MEBI, physical() / MEBI);
    }

    static void requireMemory(long heap, long physical) {
        if (heap < HEAP_MB) {
            throw new Refused("too little memory: a heap of " + HEAP_MB + " MB is needed and this one may grow to "
                    + heap + " MB; raise it with LINGPAO_HEAP=" + HEAP_MB + "m or more");
        }
        if (physical < PHYSICAL_MB) {
            throw new Refused(
                    "too little memory: " + PHYSICAL_MB + " MB are needed and this machine has " + physical + " MB");
        }
    }

    static void requireFreePorts(Options options, Collection<Part> parts) {
        for (Part part : parts) {
            int port = options.port(part);
            if (!isFree(port)) {
                throw new Refused("port " + port + " (" + part.title()
                        + ") is in use; stop what uses it or choose another base with --port, now " + options.port());
            }
        }
    }

    /** A base port whose followers are free too, below the ports of outgoing connections. */
    static int freeBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST_FREE_BASE, HIGHEST_FREE_BASE))
                .filter(base ->
                        IntStream.range(base, base + Part.values().length).allMatch(Machine::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static long physical() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
    }
}
