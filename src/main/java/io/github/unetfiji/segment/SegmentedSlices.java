package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.image.PlaneSource;
import io.github.unetfiji.image.SliceSource;
import java.util.Arrays;

/** The segmentation of an image, computed slice by slice when it is asked for. */
public final class SegmentedSlices {

    private final Frame frame;
    private final SliceSource seen;
    private final TiledInference inference;
    private final int classCount;
    private final Progress progress;

    SegmentedSlices(
            final Frame frame,
            final TiledInference inference,
            final int classCount,
            final Progress progress) {
        this.frame = frame;
        seen = frame.seen();
        this.inference = inference;
        this.classCount = classCount;
        this.progress = progress;
    }

    /** Width in px. */
    public int width() {
        return frame.width();
    }

    /** Height in px. */
    public int height() {
        return frame.height();
    }

    /** Number of slices. */
    public int slices() {
        return seen.slices();
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
        final int tiles = inference.plan(seen.width(), seen.height()).tiles().size();
        final long before = (long) index * tiles;
        final long total = (long) slices() * tiles;
        final float[] probabilities =
                inference.probabilities(
                        seen.slice(index),
                        seen.width(),
                        seen.height(),
                        new Progress() {
                            @Override
                            public void report(
                                    final long done, final long all, final String message) {
                                progress.report(before + done, total, "segmenting");
                            }

                            @Override
                            public boolean isCancelled() {
                                return progress.isCancelled();
                            }
                        });
        return frame.place(probabilities);
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

    /** The result as planes of pixels: float32 per class, or one 8-bit plane of classes. */
    public PlaneSource planes(final OutputKind kind) {
        return new Planes(kind);
    }

    /** Keeps the slice that was computed last. */
    private final class Planes implements PlaneSource {

        private final OutputKind kind;
        private int current = -1;
        private Object slice;

        Planes(final OutputKind kind) {
            this.kind = kind;
        }

        @Override
        public int width() {
            return frame.width();
        }

        @Override
        public int height() {
            return frame.height();
        }

        @Override
        public int slices() {
            return seen.slices();
        }

        @Override
        public int channels() {
            return kind == OutputKind.PROBABILITIES ? classCount : 1;
        }

        @Override
        public synchronized Object plane(final int index, final int channel) {
            final boolean real = kind == OutputKind.PROBABILITIES;
            if (index != current) {
                slice = real ? probabilities(index) : classes(index);
                current = index;
            }
            final int size = width() * height();
            return real
                    ? Arrays.copyOfRange((float[]) slice, channel * size, (channel + 1) * size)
                    : slice;
        }
    }
}
