package io.github.unetfiji.segment;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The objects of slices that are asked for in any order. If objects are linked, the slices are computed in order, those before
 * included; a slice that was left behind and forgotten is computed again from the first one on. Thread-safe.
 */
final class InstanceSlices {

    private final boolean linked;
    private final Supplier<Instances> start;
    private final IntFunction<float[]> probabilities;
    private final List<SoftReference<int[]>> before;

    private Instances instances;
    private int next;

    /**
     * @param start finds objects from the first slice on
     * @param count of slices
     * @param probabilities of a slice (class, y, x)
     */
    InstanceSlices(
            final InstanceSettings settings,
            final Supplier<Instances> start,
            final int count,
            final IntFunction<float[]> probabilities) {
        linked = settings.link();
        this.start = start;
        this.probabilities = probabilities;
        before = new ArrayList<>(Collections.nCopies(count, new SoftReference<>(null)));
        instances = start.get();
    }

    /** The ids of a slice (y, x), 0 = background. */
    int[] slice(final int index) {
        if (!linked) {
            return start.get().next(probabilities.apply(index));
        }
        return linked(index);
    }

    private synchronized int[] linked(final int index) {
        final int[] held = before.get(index).get();
        return held != null ? held : computed(index);
    }

    /** As Java does when it needs the memory. */
    synchronized void forget() {
        Collections.fill(before, new SoftReference<>(null));
    }

    private int[] computed(final int index) {
        if (index < next) {
            instances = start.get();
            next = 0;
        }
        int[] ids = null;
        while (next <= index) {
            final float[] slice = probabilities.apply(next);
            final int found = next;
            // NB: a slice that fails half-way may be linked already, so the next try begins anew.
            next = Integer.MAX_VALUE;
            ids = instances.next(slice);
            next = found;
            before.set(next, new SoftReference<>(ids));
            next++;
        }
        return ids;
    }
}
