package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AveragedInferenceTest {

    /** A network that looks at the left neighbour, so that every version sees something else; a tile a row. */
    private static final class Leaning implements SliceClassifier {

        @Override
        public int tiles(final int width, final int height) {
            return height;
        }

        @Override
        public float[] probabilities(
                final float[] image, final int width, final int height, final Progress progress) {
            final float[] result = new float[2 * width * height];
            for (int y = 0; y < height; y++) {
                progress.checkCancelled();
                for (int x = 0; x < width; x++) {
                    final int i = y * width + x;
                    result[i] = (image[i] + image[x == 0 ? i : i - 1]) / 2;
                    result[width * height + i] = 1 - result[i];
                }
                progress.report(y + 1, height, "tile");
            }
            return result;
        }
    }

    /** A network that sees every pixel alone. */
    private static final class Blind implements SliceClassifier {

        @Override
        public int tiles(final int width, final int height) {
            return 1;
        }

        @Override
        public float[] probabilities(
                final float[] image, final int width, final int height, final Progress progress) {
            final float[] result = new float[2 * image.length];
            for (int i = 0; i < image.length; i++) {
                result[i] = image[i] * image[i];
                result[image.length + i] = 1 - result[i];
            }
            return result;
        }
    }

    private static float[] noise(final int size, final long seed) {
        final Random random = new Random(seed);
        final float[] image = new float[size];
        for (int i = 0; i < size; i++) {
            image[i] = random.nextFloat();
        }
        return image;
    }

    @Property(tries = 30)
    void aNetworkThatIgnoresThePositionGivesTheSameInEveryVersion(
            @ForAll @IntRange(min = 1, max = 8) final int width,
            @ForAll @IntRange(min = 1, max = 8) final int height,
            @ForAll final Averaging averaging,
            @ForAll final long seed) {
        final float[] image = noise(width * height, seed);
        final AveragedInference averaged = new AveragedInference(new Blind(), averaging);
        assertArrayEquals(
                new Blind().probabilities(image, width, height, Progress.NONE),
                averaged.probabilities(image, width, height, Progress.NONE),
                1e-6f);
        assertArrayEquals(
                new float[image.length],
                averaged.uncertainty(image, width, height, Progress.NONE),
                1e-6f);
    }

    /** In the four rotations the left neighbour is each of the four neighbours once. */
    @Property(tries = 30)
    void meanAndDeviationOverTheRotations(
            @ForAll @IntRange(min = 1, max = 8) final int width,
            @ForAll @IntRange(min = 1, max = 8) final int height,
            @ForAll final boolean mirrored,
            @ForAll final long seed) {
        final float[] image = noise(width * height, seed);
        final AveragedInference averaged =
                new AveragedInference(
                        new Leaning(), mirrored ? Averaging.DIHEDRAL : Averaging.ROTATIONS);
        final float[] mean = averaged.probabilities(image, width, height, Progress.NONE);
        final float[] deviation = averaged.uncertainty(image, width, height, Progress.NONE);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int i = y * width + x;
                final double[] versions = {
                    image[i] / 2 + image[x == 0 ? i : i - 1] / 2,
                    image[i] / 2 + image[x == width - 1 ? i : i + 1] / 2,
                    image[i] / 2 + image[y == 0 ? i : i - width] / 2,
                    image[i] / 2 + image[y == height - 1 ? i : i + width] / 2
                };
                double sum = 0;
                double squares = 0;
                for (final double version : versions) {
                    sum += version / 4;
                    squares += version * version / 4;
                }
                assertEquals(sum, mean[i], 1e-6);
                assertEquals(1 - sum, mean[width * height + i], 1e-6);
                assertEquals(Math.sqrt(Math.max(0, squares - sum * sum)), deviation[i], 1e-3);
            }
        }
    }

    /** Where memory does not suffice, there are more tiles than were planned, and the next version is planned with them. */
    @Test
    void moreTilesThanPlanned() {
        final List<Long> told = new ArrayList<>();
        final SliceClassifier network =
                new SliceClassifier() {
                    private int tiles = 1;

                    @Override
                    public int tiles(final int width, final int height) {
                        return tiles;
                    }

                    @Override
                    public float[] probabilities(
                            final float[] image,
                            final int width,
                            final int height,
                            final Progress progress) {
                        tiles = 4;
                        progress.report(1, 1, "tile");
                        return new float[2 * width * height];
                    }
                };
        new AveragedInference(network, Averaging.ROTATIONS)
                .probabilities(
                        new float[6],
                        3,
                        2,
                        (done, total, what) -> {
                            assertEquals(4, total);
                            told.add(done);
                        });
        assertEquals(List.of(1L, 2L, 3L, 4L), told);
    }

    @Test
    void uncertaintyOfTwoPixels() {
        final AveragedInference averaged =
                new AveragedInference(new Leaning(), Averaging.ROTATIONS);
        // The left pixel: 0, 0, 0 and, where the other one is its neighbour, 0.5.
        assertArrayEquals(
                new float[] {(float) (0.25 * Math.sqrt(0.75)), (float) (0.25 * Math.sqrt(0.75))},
                averaged.uncertainty(new float[] {0, 1}, 2, 1, Progress.NONE),
                1e-6f);
    }

    @Test
    void progressCountsTheTilesOfAllVersions() {
        final List<String> told = new ArrayList<>();
        final AveragedInference averaged = new AveragedInference(new Leaning(), Averaging.DIHEDRAL);
        averaged.probabilities(
                noise(15, 1), 5, 3, (done, total, what) -> told.add(done + "/" + total));
        assertEquals(4 * 3 + 4 * 5, averaged.tiles(5, 3));
        assertEquals(32, told.size());
        for (int i = 0; i < 32; i++) {
            assertEquals(i + 1 + "/32", told.get(i));
        }
    }

    @Test
    void cancellingStopsWithinOneTileOfAnyVersion() {
        final List<Long> told = new ArrayList<>();
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {
                        told.add(done);
                    }

                    @Override
                    public boolean isCancelled() {
                        return told.size() == 10;
                    }
                };
        final AveragedInference averaged = new AveragedInference(new Leaning(), Averaging.DIHEDRAL);
        assertThrows(
                CancelledException.class,
                () -> averaged.probabilities(noise(15, 1), 5, 3, progress));
        assertEquals(10, told.size());
    }

    /** A real network, tiled; slices that are no squares. */
    @Test
    void aTurnedImageGivesATurnedAverage() {
        final Slices image = Slices.noise(21, 13, 1, 1, 3);
        final float[] turned = Symmetry.QUARTER_TURN.mapping(21, 13).apply(image.slice(0));
        final float[] single = probabilities(image, Averaging.NONE);
        final float[] mean = probabilities(image, Averaging.DIHEDRAL);
        final float[] ofTurned = probabilities(Slices.gray(13, 21, turned), Averaging.DIHEDRAL);
        assertArrayEquals(Symmetry.QUARTER_TURN.mapping(21, 13).apply(mean), ofTurned, 1e-5f);
        double moved = 0;
        for (int i = 0; i < mean.length; i++) {
            moved = Math.max(moved, Math.abs(mean[i] - single[i]));
        }
        assertEquals(true, moved > 1e-3, "averaging changes something: " + moved);
    }

    /** The naive way: turn the image, segment it as any other, turn the result back. */
    @Test
    void theSameAsTurningByHand() {
        final Slices image = Slices.noise(21, 13, 1, 1, 4);
        final float[] sum = new float[2 * 21 * 13];
        for (final Symmetry s : Averaging.ROTATIONS.symmetries()) {
            final int w = s.width(21, 13);
            final int h = s.height(21, 13);
            final float[] turned = s.mapping(21, 13).apply(image.slice(0));
            final float[] result = probabilities(Slices.gray(w, h, turned), Averaging.NONE);
            final float[] back = s.inverse().mapping(w, h).apply(result);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += back[i] / 4;
            }
        }
        assertArrayEquals(sum, probabilities(image, Averaging.ROTATIONS), 1e-6f);
    }

    private static float[] probabilities(final Slices image, final Averaging averaging) {
        try (Segmenter segmenter =
                Segmenter.of(
                        Models.tiny(1, 2, "slice"),
                        Cpu.options().optTile(20).optAveraging(averaging).build())) {
            return Cpu.segment(segmenter, image, Progress.NONE).probabilities(0);
        }
    }

    @Test
    void noAveragingIsTheNetworkToTheBit() {
        final float[] image = noise(40, 5);
        assertArrayEquals(
                new Leaning().probabilities(image, 8, 5, Progress.NONE),
                new AveragedInference(new Leaning(), Averaging.NONE)
                        .probabilities(image, 8, 5, Progress.NONE));
    }

    @Test
    void sentences() {
        assertEquals(Averaging.ROTATIONS, SegmentationKeys.AVERAGING.read("rotations"));
        assertEquals(
                "The averaging is 'all', but must be none, rotations or dihedral.",
                assertThrows(UNetException.class, () -> SegmentationKeys.AVERAGING.read("all"))
                        .getMessage());
        assertEquals(
                "The uncertainty is the deviation over versions of the image, so averaging must be"
                        + " rotations or dihedral, but it is none.",
                assertThrows(UNetException.class, Averaging.NONE::checkUncertainty).getMessage());
    }
}
