package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.image.SliceSource;

/** The segmentation of an image, computed slice by slice when it is asked for. */
public final class SegmentedSlices {

    private final Frame frame;
    private final SliceSource seen;
    private final AveragedInference inference;
    private final int classCount;
    private final Progress progress;
    private final int tiles;

    SegmentedSlices(
            final Frame frame,
            final AveragedInference inference,
            final int classCount,
            final Progress progress) {
        this.frame = frame;
        seen = frame.seen();
        this.inference = inference;
        this.classCount = classCount;
        this.progress = progress;
        tiles = inference.tiles(seen.width(), seen.height());
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
        return probabilities(index, seen.slice(index));
    }

    private float[] probabilities(final int index, final float[] intensities) {
        final long before = (long) index * tiles;
        final long total = (long) slices() * tiles;
        final float[] probabilities =
                inference.probabilities(
                        intensities,
                        seen.width(),
                        seen.height(),
                        new Progress() {
                            @Override
                            public void report(
                                    final long done, final long all, final String message) {
                                // NB: a later plan may have more tiles, if memory did not suffice.
                                progress.report(before + done * tiles / all, total, "segmenting");
                            }

                            @Override
                            public boolean isCancelled() {
                                return progress.isCancelled()
                                        || Thread.currentThread().isInterrupted();
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
        return classes(probabilities(index));
    }

    private byte[] classes(final float[] probabilities) {
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
     * The result as planes of pixels: float32 per class, or one 8-bit plane of classes. Reading, network
     * and who takes the planes work at the same time; one stream at a time.
     */
    public PlaneStream stream(final OutputKind kind) {
        return kind == OutputKind.PROBABILITIES
                ? new PlaneStream(seen, width(), height(), classCount, this::probabilities)
                : new PlaneStream(
                        seen,
                        width(),
                        height(),
                        1,
                        (index, slice) -> classes(probabilities(index, slice)));
    }
}
