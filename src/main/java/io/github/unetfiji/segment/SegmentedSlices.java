package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.image.PlaneSource;
import io.github.unetfiji.image.SliceSource;
import java.util.Arrays;
import java.util.function.IntFunction;

/** The segmentation of an image, computed slice by slice when it is asked for. */
public final class SegmentedSlices {

    private final SliceSource normalised;
    private final AveragedInference inference;
    private final int classCount;
    private final Progress progress;

    SegmentedSlices(
            final SliceSource normalised,
            final AveragedInference inference,
            final int classCount,
            final Progress progress) {
        this.normalised = normalised;
        this.inference = inference;
        this.classCount = classCount;
        this.progress = progress;
    }

    /** Width in px. */
    public int width() {
        return normalised.width();
    }

    /** Height in px. */
    public int height() {
        return normalised.height();
    }

    /** Number of slices. */
    public int slices() {
        return normalised.slices();
    }

    /** Number of classes, background included. */
    public int classCount() {
        return classCount;
    }

    /**
     * Class probabilities of a slice.
     *
     * @param index 0 .. slices - 1
     * @return (class, y, x), x fastest, 0..1
     * @throws io.github.unetfiji.CancelledException if the user stops it
     */
    public float[] probabilities(final int index) {
        return inference.probabilities(
                normalised.slice(index), width(), height(), progressOf(index));
    }

    /**
     * How much the versions that are averaged disagree: the standard deviation over them of each class's
     * probability, of the classes the largest.
     *
     * @param index 0 .. slices - 1
     * @return (y, x), x fastest, 0..0.5
     */
    public float[] uncertainty(final int index) {
        return inference.uncertainty(normalised.slice(index), width(), height(), progressOf(index));
    }

    private Progress progressOf(final int index) {
        final int tiles = inference.tiles(width(), height());
        final long before = (long) index * tiles;
        final long total = (long) slices() * tiles;
        return new Progress() {
            @Override
            public void report(final long done, final long all, final String message) {
                progress.report(before + done, total, "segmenting");
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    /**
     * The most probable class of every pixel of a slice; of equally probable ones the first.
     *
     * @param index 0 .. slices - 1
     * @return (y, x), x fastest, 0 = background
     */
    public byte[] classes(final int index) {
        final float[] probabilities = probabilities(index);
        final int size = width() * height();
        final byte[] classes = new byte[size];
        for (int i = 0; i < size; i++) {
            int best = 0;
            for (int c = 1; c < classCount; c++) {
                if (probabilities[c * size + i] > probabilities[best * size + i]) {
                    best = c;
                }
            }
            classes[i] = (byte) best;
        }
        return classes;
    }

    /**
     * The result as planes of pixels: float32 per class, one 8-bit plane of classes, or one float32 plane of
     * the uncertainty.
     *
     * @throws UNetException if the uncertainty is asked for without averaging
     */
    public PlaneSource planes(final OutputKind kind) {
        return switch (kind) {
            case PROBABILITIES -> new Planes(classCount, this::probabilities);
            case CLASSES -> new Planes(1, this::classes);
            case UNCERTAINTY -> {
                kind.check(inference.averaging());
                yield new Planes(1, this::uncertainty);
            }
            case INSTANCES -> throw new IllegalArgumentException("instances need settings");
        };
    }

    /**
     * The objects as planes of ids, to be asked for in the order of the slices.
     *
     * @param instances makes them; used for this image only
     */
    public PlaneSource planes(final Instances instances) {
        return new Planes(1, index -> instances.next(probabilities(index)));
    }

    /** Keeps the slice that was computed last. */
    private final class Planes implements PlaneSource {

        private final int channels;
        private final IntFunction<Object> compute;
        private int current = -1;
        private Object slice;

        Planes(final int channels, final IntFunction<Object> compute) {
            this.channels = channels;
            this.compute = compute;
        }

        @Override
        public int width() {
            return normalised.width();
        }

        @Override
        public int height() {
            return normalised.height();
        }

        @Override
        public int slices() {
            return normalised.slices();
        }

        @Override
        public int channels() {
            return channels;
        }

        @Override
        public synchronized Object plane(final int index, final int channel) {
            if (index != current) {
                slice = compute.apply(index);
                current = index;
            }
            final int size = width() * height();
            return channels == 1
                    ? slice
                    : Arrays.copyOfRange((float[]) slice, channel * size, (channel + 1) * size);
        }
    }
}
