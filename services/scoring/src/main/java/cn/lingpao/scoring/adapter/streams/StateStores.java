package cn.lingpao.scoring.adapter.streams;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/** Where the topology keeps its state between commits. */
interface StateStores {

    KeyValueBytesStoreSupplier named(String name);
}
