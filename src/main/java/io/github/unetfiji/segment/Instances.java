package io.github.unetfiji.segment;

import io.github.unetfiji.labels.CellLinker;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;

/**
 * Makes objects of class probabilities, slice by slice in the order of the stack.
 *
 * <p>A pixel belongs to an object if it is not background with a probability above the threshold; its class is
 * the most probable one of the others. An object is a 4-connected component of pixels of one class - two
 * organelles of different kinds that touch are two objects - or, if they are split, a part of one. Ids are
 * 1, 2, .. without gaps over the classes: in every slice anew, or if objects are linked over all slices.
 *
 * <p>Not thread-safe.
 */
public final class Instances {

    /** Classes, labels of the network's decision, components, result, the slice before. */
    private static final int COMPONENT_PLANES = 6;

    /** The depths, their order twice, the forest, the parts, and the map with its background filled. */
    private static final int WATERSHED_PLANES = COMPONENT_PLANES + 6;

    private final InstanceSettings settings;
    private final ObjectRule rule;
    private final int width;
    private final int height;
    private final int depth;

    private CellLinker linker = new CellLinker();
    private int next;
    private int largest;
    private byte[] classes = new byte[64];

    /**
     * @param width of the slices, px
     * @param height of the slices, px
     * @param depth slices of a stack: the first slice of the next stack is linked to none. 1 links the frames
     *     of a series
     */
    public Instances(
            final InstanceSettings settings, final int width, final int height, final int depth) {
        this(settings, ObjectRule.ofProbabilities(settings), width, height, depth);
    }

    /**
     * @param rule by which the objects of a slice are found
     */
    Instances(
            final InstanceSettings settings,
            final ObjectRule rule,
            final int width,
            final int height,
            final int depth) {
        this.settings = settings;
        this.rule = rule;
        this.width = width;
        this.height = height;
        this.depth = depth;
    }

    /** Planes of 4 bytes a pixel that are in memory while the objects of a slice are found. */
    static int planes(final InstanceSettings settings) {
        return settings.split() == Split.WATERSHED ? WATERSHED_PLANES : COMPONENT_PLANES;
    }

    /** The largest id so far. */
    public int largest() {
        return largest;
    }

    /**
     * The class of an object of the last slice.
     *
     * @param id 1 .. largest of it
     * @return from 1
     */
    public int classOf(final int id) {
        return classes[id] & 0xff;
    }

    /**
     * The objects of the next slice.
     *
     * @param probabilities (class, y, x)
     * @return ids (y, x), 0 = background
     */
    public int[] next(final float[] probabilities) {
        final LabelMap kindMap = rule.kinds(probabilities, width, height);
        final LabelMap cells = rule.cells(kindMap, probabilities, settings.smallest());
        final int[] kinds = kindMap.labels();
        if (!settings.link()) {
            linker = new CellLinker();
        } else if (depth > 1 && next % depth == 0) {
            linker.startOver();
        }
        next++;
        final int[] kindOf = new int[cells.maxId() + 1];
        final int[] pixels = cells.labels();
        for (int i = 0; i < pixels.length; i++) {
            kindOf[pixels[i]] = kinds[i];
        }
        final int[] ids = linker.next(cells, kindOf);
        remember(ids, kindOf);
        final int[] result = new int[pixels.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ids[pixels[i]];
        }
        return result;
    }

    private void remember(final int[] ids, final int[] kindOf) {
        final int count = linker.count();
        largest = Math.max(largest, count);
        if (count >= classes.length) {
            classes = Arrays.copyOf(classes, Math.max(count + 1, 2 * classes.length));
        }
        for (int cell = 1; cell < ids.length; cell++) {
            classes[ids[cell]] = (byte) kindOf[cell];
        }
    }
}
