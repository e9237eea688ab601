package io.github.unetfiji.stack;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;

/**
 * Computes values when they are asked for, and keeps them while Java has memory to spare.
 *
 * <p>Thread-safe: one thread computes a value, and other threads that ask for it wait. If the source fails, the caller gets its
 * exception, and the next call tries again.
 *
 * @param <V> type of the values, never null
 */
public final class SoftCache<V> {

    private final LongFunction<V> source;
    private final ConcurrentMap<Long, Slot> slots = new ConcurrentHashMap<>();

    /**
     * @param source computes the value of an index; may not ask this cache for the same index
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
