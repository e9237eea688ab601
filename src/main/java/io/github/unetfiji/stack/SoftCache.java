package io.github.unetfiji.stack;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;

/**
 * Values that are computed when they are asked for, and kept as long as Java has memory to spare.
 *
 * <p>Thread-safe: a value is computed by one thread, and others that ask for it wait. A failure reaches who asks, as it is,
 * and is not kept: who asks again has it computed again.
 *
 * @param <V> type of the values, never null
 */
public final class SoftCache<V> {

    private final LongFunction<V> source;
    private final ConcurrentMap<Long, Slot> slots = new ConcurrentHashMap<>();

    /**
     * @param source computes the value of an index; may not ask for the same index here
     */
    public SoftCache(final LongFunction<V> source) {
        this.source = source;
    }

    /** The value of an index. */
    public V get(final long index) {
        return slots.computeIfAbsent(index, i -> new Slot()).get(index);
    }

    /** The place of one value. */
    private final class Slot {

        private volatile SoftReference<V> kept = new SoftReference<>(null);

        V get(final long index) {
            final V value = kept.get();
            return value == null ? computed(index) : value;
        }

        private synchronized V computed(final long index) {
            final V other = kept.get();
            if (other != null) {
                return other;
            }
            final V value = source.apply(index);
            kept = new SoftReference<>(value);
            return value;
        }
    }
}
