package io.github.unetfiji.segment;

import io.github.unetfiji.stack.PlaneSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The label maps of the objects of a segmentation, in the order of the slices, and the objects found so far. While the
 * objects of one slice are found, the network computes the next one.
 *
 * <p>To be closed; then nothing is computed any more.
 */
public final class InstanceStream implements PlaneSource, AutoCloseable {

    private final PlaneStream probabilities;
    private final Instances instances;
    private final List<FoundObject> found = new ArrayList<>();

    private int current = -1;
    private int[] ids;

    InstanceStream(final PlaneStream probabilities, final Instances instances) {
        this.probabilities = probabilities;
        this.instances = instances;
    }

    @Override
    public int width() {
        return probabilities.width();
    }

    @Override
    public int height() {
        return probabilities.height();
    }

    @Override
    public int slices() {
        return probabilities.slices();
    }

    @Override
    public int channels() {
        return 1;
    }

    /**
     * The ids of the objects of a slice.
     *
     * @param slice not before the last one that was asked for
     * @return int[] (y, x), 0 = background; not to be changed
     * @throws IllegalArgumentException if the slice was left behind
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    @Override
    public Object plane(final int slice, final int channel) {
        Objects.checkIndex(slice, slices());
        if (slice < current) {
            throw new IllegalArgumentException(
                    "slice " + slice + " is asked for after slice " + current);
        }
        while (current < slice) {
            ids = instances.next((float[]) probabilities.slice(current + 1));
            current++;
            measure();
        }
        return ids;
    }

    /** The class of an object of the last slice, from 1. */
    public int classOf(final int id) {
        return instances.classOf(id);
    }

    /** The objects so far: slice by slice, by their ids. */
    public List<FoundObject> found() {
        return List.copyOf(found);
    }

    private void measure() {
        int most = 0;
        for (final int id : ids) {
            most = Math.max(most, id);
        }
        final int[] areas = new int[most + 1];
        final double[] x = new double[most + 1];
        final double[] y = new double[most + 1];
        final int width = width();
        for (int i = 0; i < ids.length; i++) {
            areas[ids[i]]++;
            x[ids[i]] += i % width;
            y[ids[i]] += i / width;
        }
        for (int id = 1; id <= most; id++) {
            if (areas[id] > 0) {
                found.add(
                        new FoundObject(
                                current,
                                id,
                                instances.classOf(id),
                                areas[id],
                                x[id] / areas[id] + 0.5,
                                y[id] / areas[id] + 0.5));
            }
        }
    }

    @Override
    public void close() {
        probabilities.close();
    }
}
