package cn.lingpao.scoring.adapter.streams;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Where the topology keeps its state between commits; either way Kafka's changelog is what survives. */
public enum StoreKind implements StateStores {
    /** On disk with a bounded cache: the state may be larger than the memory. */
    ROCKSDB,
    /** On the heap: quicker, read again from the changelog at every start. */
    MEMORY;

    @Override
    public KeyValueBytesStoreSupplier named(String name) {
        return switch (this) {
            case ROCKSDB -> Stores.persistentKeyValueStore(name);
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
        };
    }
}
