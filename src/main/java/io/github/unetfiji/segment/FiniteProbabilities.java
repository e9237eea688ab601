package io.github.unetfiji.segment;

import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.Locale;

/**
 * A network whose every tile is checked: one with damaged weights, or one that gets intensities far from those of its
 * training, gives values that are no probabilities.
 */
final class FiniteProbabilities implements TileNetwork {

    /** Normalised intensities of images like those of the training are far below it. */
    private static final float LARGE = 1e6f;

    private final TileNetwork network;

    /**
     * @param network its outputs are the class probabilities
     */
    FiniteProbabilities(final TileNetwork network) {
        this.network = network;
    }

    @Override
    public TileGeometry geometry() {
        return network.geometry();
    }

    @Override
    public int channels() {
        return network.channels();
    }

    @Override
    public int outputs() {
        return network.outputs();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotFiniteException if the network gives no finite probabilities
     */
    @Override
    public float[] compute(final float[] block, final int[] size) {
        final float[] output = network.compute(block, size);
        check(output, output.length / network.outputs(), block, "probability");
        return output;
    }

    /**
     * Checks the output of a network for a tile.
     *
     * <p>NB: soft-max divides all classes of a pixel by the same sum, so that one that is not finite makes all NaN: the first
     * class tells.
     *
     * @param output probabilities (class, y, x)
     * @param pixels of a class
     * @param input normalised intensities that they were made of
     * @param wanted what the values should be
     * @throws NotFiniteException if they are not finite
     */
    static void check(
            final float[] output, final int pixels, final float[] input, final String wanted) {
        for (int i = 0; i < pixels; i++) {
            if (!Float.isFinite(output[i])) {
                throw failure(output[i], input, wanted);
            }
        }
    }

    private static NotFiniteException failure(
            final float value, final float[] input, final String wanted) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (final float intensity : input) {
            least = Math.min(least, intensity);
            most = Math.max(most, intensity);
        }
        final boolean sane = Math.abs(least) <= LARGE && Math.abs(most) <= LARGE;
        return new NotFiniteException(
                String.format(
                        Locale.ROOT,
                        "The model gives %s instead of a %s, of normalized intensities from %.3g"
                                + " to %.3g: %s.",
                        value,
                        wanted,
                        least,
                        most,
                        sane
                                ? "its weights are damaged, or its training diverged; use another"
                                        + " model"
                                : "they are too large, so the image does not fit the intensity range"
                                        + " that the model was trained for"));
    }
}
