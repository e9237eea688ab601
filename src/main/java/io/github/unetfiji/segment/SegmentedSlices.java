package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.SliceSource;

/** The segmentation of an image, computed slice by slice when it is asked for. */
public final class SegmentedSlices {

    private final NetworkView frame;
    private final SliceSource seen;
    private final AveragedInference inference;
    private final int classCount;
    private final SliceMemory memory;
    private final Progress progress;
    private final int tiles;

    SegmentedSlices(
            final NetworkView frame,
            final AveragedInference inference,
            final int classCount,
            final SliceMemory memory,
            final Progress progress) {
        this.frame = frame;
        seen = frame.seen();
        this.inference = inference;
        this.classCount = classCount;
        this.memory = memory;
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

    /** Side of a pixel as the network sees it, in px of the image: 1 unless the image is resampled for it. */
    public double modelPixel() {
        return frame.modelPixel();
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
        return frame.place(
                inference.probabilities(
                        intensities, seen.width(), seen.height(), new Share(index)));
    }

    /**
     * How much the versions of a slice disagree over which the probabilities are averaged: the standard
     * deviation over them of each class's probability, of the classes the largest.
     *
     * @param index 0 .. slices - 1
     * @return (y, x), x fastest, 0..0.5; 0 outside of the selection
     * @throws UNetException if there is but one version
     */
    public float[] uncertainty(final int index) {
        checkVersions();
        return uncertainty(index, seen.slice(index));
    }

    private float[] uncertainty(final int index, final float[] intensities) {
        return frame.placeMeasure(
                inference.uncertainty(intensities, seen.width(), seen.height(), new Share(index)));
    }

    private void checkVersions() {
        inference.averaging().checkUncertainty();
    }

    /**
     * The most probable class of every pixel of a slice; of equally probable ones the first.
     *
     * @param index 0 .. slices - 1
     * @return (y, x), x fastest, 0 = background
     */
    public byte[] classes(final int index) {
        return Decision.MOST_PROBABLE.classes(probabilities(index), width() * height());
    }

    /**
     * Class probabilities as planes of pixels, float32, one channel a class. Reading, network and who takes the planes
     * work at the same time; one stream at a time.
     */
    public PlaneStream streamProbabilities() {
        return new PlaneStream(seen, width(), height(), classCount, this::probabilities);
    }

    /** Classes as 8-bit planes; as {@link #streamProbabilities}. */
    public PlaneStream streamClasses(final Decision decision) {
        final int size = width() * height();
        return new PlaneStream(
                seen,
                width(),
                height(),
                1,
                (index, slice) -> decision.classes(probabilities(index, slice), size));
    }

    /**
     * The uncertainty as float32 planes; as {@link #streamProbabilities}.
     *
     * @throws UNetException if the probabilities are not averaged over versions
     */
    public PlaneStream streamUncertainty() {
        checkVersions();
        return new PlaneStream(seen, width(), height(), 1, this::uncertainty);
    }

    /**
     * Objects as planes of ids; as {@link #streamProbabilities}.
     *
     * @param depth slices of a stack, of which the image may have several; see {@link Instances}
     * @throws UNetException if Java's memory does not suffice for the objects of a slice
     */
    public InstanceStream streamInstances(final InstanceSettings settings, final int depth) {
        memory.plus(Instances.planes(settings)).check(Runtime.getRuntime().maxMemory());
        return new InstanceStream(
                streamProbabilities(), new Instances(settings, width(), height(), depth));
    }

    /** The part of the progress that is one slice's. */
    private final class Share implements Progress {

        private final long before;

        Share(final int index) {
            before = (long) index * tiles;
        }

        @Override
        public void report(final long done, final long all, final String message) {
            // NB: a later plan may have more tiles, if memory did not suffice.
            progress.report(before + done * tiles / all, (long) slices() * tiles, "segmenting");
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled() || Thread.currentThread().isInterrupted();
        }
    }
}
