package cn.lingpao.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The services, each a Spring application of its own; several start at the same time. */
final class Services implements AutoCloseable {

    private static final int AT_ONCE = 3;

    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();

    void start(List<Part> parts, Addresses addresses, Progress progress) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var starting = new ExecutorCompletionService<Part>(threads);
            parts.forEach(part -> starting.submit(starting(part, addresses)));
            for (int i = 0; i < parts.size(); i++) {
                Part started = starting.take().get();
                progress.ready(started.title(), addresses.url(started));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted while services were starting");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Closes the services at the same time, for each of them may wait for its last requests. */
    @Override
    public void close() {
        List<ConfigurableApplicationContext> contexts;
        synchronized (running) {
            contexts = List.copyOf(running);
            running.clear();
        }
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("closing-", 0).factory())) {
            contexts.forEach(context -> threads.submit(context::close));
        }
    }

    private Callable<Part> starting(Part part, Addresses addresses) {
        return () -> {
            try {
                var context = run(Class.forName(part.application()), addresses.arguments(part));
                synchronized (running) {
                    running.push(context);
                }
                return part;
            } catch (ClassNotFoundException e) {
                throw new Refused("the service " + part.title() + " is not among the jars beside this one");
            } catch (RuntimeException e) {
                throw new IllegalStateException(part.title() + " does not start", e);
            }
        };
    }

    static ConfigurableApplicationContext run(Class<?> application, List<String> arguments) {
        var spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false);
        return spring.run(arguments.toArray(String[]::new));
    }
}
