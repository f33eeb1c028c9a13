package cn.lingpao.standalone;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** {@code up}: runs the whole product in this process until it is told to stop. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Options options = Options.parse(List.of(arguments));
            run(options);
            if (options.once()) {
                System.exit(0);
            }
            new CountDownLatch(1).await();
        } catch (Refused e) {
            System.err.println("lingpao: " + e.getMessage());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(StandaloneApplication.class).warn("start failed", e);
            System.err.println("lingpao: " + sentence(e));
        }
        System.exit(1);
    }

    private static void run(Options options) {
        Machine.requireMemory();
        DataFolder data = DataFolder.open(options.data());
        configureLogging(data);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var progress = new Progress(System.out, Standalone.parts());
        var standalone = new Standalone(options, new Environment(System.getenv()), data, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone, progress), "stop"));
        standalone.start();
        progress.up("ready: http://localhost:%d/  (%.1f s, data in %s)"
                .formatted(options.port(), progress.seconds(), options.data()));
    }

    private static void stop(Standalone standalone, Progress progress) {
        standalone.close();
        progress.stopped();
    }

    /** The log is the process's, not a service's; this comes before the first logger is made. */
    private static void configureLogging(DataFolder data) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "standalone-logback.xml");
        System.setProperty("lingpao.logs", data.resolve("logs").toString());
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return failure.getMessage() + ": " + reason.lines().findFirst().orElse("") + "; more is in the log";
    }
}
