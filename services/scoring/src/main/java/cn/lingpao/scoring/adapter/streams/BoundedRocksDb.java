package cn.lingpao.scoring.adapter.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.NullUnmarked;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/** About two megabytes a store at the most: there are four stores a partition. */
@NullUnmarked
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long CACHE = 1 << 20;
    private static final long WRITE_BUFFER = 512 << 10;

    private Cache cache;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        cache = new LRUCache(CACHE);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setMaxBackgroundJobs(1);
    }

    @Override
    public void close(String store, Options options) {
        cache.close();
    }
}
