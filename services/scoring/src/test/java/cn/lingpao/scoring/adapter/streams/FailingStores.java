package cn.lingpao.scoring.adapter.streams;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores that break at every n-th step the topology takes in them, each time at another, until they broke often enough. */
final class FailingStores implements StateStores {

    private static final Set<String> STEPS = Set.of("get", "put", "delete", "prefixScan");

    final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger steps = new AtomicInteger();
    private final int every;
    private final int most;

    FailingStores(int every, int most) {
        this.every = every;
        this.most = most;
    }

    private void step() {
        if (failures.get() < most && steps.incrementAndGet() % every == 0) {
            failures.incrementAndGet();
            throw new ProcessorStateException("the disk is on fire");
        }
    }

    @Override
    public KeyValueBytesStoreSupplier named(String name) {
        KeyValueBytesStoreSupplier memory = Stores.inMemoryKeyValueStore(name);
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return failing(memory.get());
            }

            @Override
            public String metricsScope() {
                return memory.metricsScope();
            }
        };
    }

    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> failing(KeyValueStore<Bytes, byte[]> sound) {
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                FailingStores.class.getClassLoader(), new Class<?>[] {KeyValueStore.class}, (proxy, method, values) -> {
                    if (STEPS.contains(method.getName())) {
                        step();
                    }
                    try {
                        return method.invoke(sound, values);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
