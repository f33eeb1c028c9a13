package cn.lingpao.inspection.web;

import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What was last used by address, up to so many bytes; the latest stays, however large. */
public final class Recent<V> {

    private final Map<URI, V> values = new LinkedHashMap<>(64, 0.75f, true);
    private final long most;
    private final ToLongFunction<V> size;
    private long bytes;

    /**
     * @param most bytes in all
     * @param size of one, in bytes
     */
    public Recent(long most, ToLongFunction<V> size) {
        this.most = most;
        this.size = size;
    }

    public synchronized Optional<V> get(URI url) {
        return Optional.ofNullable(values.get(url));
    }

    public synchronized void put(URI url, V value) {
        V replaced = values.put(url, value);
        bytes += size.applyAsLong(value) - (replaced == null ? 0 : size.applyAsLong(replaced));
        Iterator<V> oldest = values.values().iterator();
        while (bytes > most && values.size() > 1) {
            bytes -= size.applyAsLong(oldest.next());
            oldest.remove();
        }
    }
}
