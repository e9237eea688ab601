package io.github.unetfiji.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Results by what they are results of, for the time of a session: the last ones that were asked for. Thread-safe.
 *
 * @param <K> with equals and hashCode
 * @param <V> results
 */
public final class Remembered<K, V> {

    private final Map<K, V> results;

    /**
     * @param most results that are kept
     */
    public Remembered(final int most) {
        results =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(final Map.Entry<K, V> eldest) {
                        return size() > most;
                    }
                };
    }

    /** The result, if it is remembered. */
    public synchronized Optional<V> get(final K key) {
        return Optional.ofNullable(results.get(key));
    }

    /** Remembers a result. */
    public synchronized void put(final K key, final V result) {
        results.put(key, result);
    }
}
