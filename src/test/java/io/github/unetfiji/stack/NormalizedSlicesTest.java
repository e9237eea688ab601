package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedSlicesTest {

    private static final float[] DARK = {1, 2, 3, 4};
    private static final float[] BRIGHT = {101, 102, 103, 104};

    private static NormalizedSlices normalise(final Slices slices, final String mode) {
        return NormalizedSlices.of(slices, Normalization.of(mode), Progress.NONE);
    }

    @Test
    void aSliceIsNormalisedByItself() {
        final NormalizedSlices slices = normalise(Slices.gray(2, 2, DARK, BRIGHT), "slice");
        final float sd = (float) Math.sqrt(1.25);
        final float[] expected = {-1.5f / sd, -0.5f / sd, 0.5f / sd, 1.5f / sd};
        assertArrayEquals(expected, slices.slice(0), 2e-6f);
        assertArrayEquals(expected, slices.slice(1), 2e-6f);
    }

    @Test
    void aStackIsNormalisedAsAWhole() {
        final NormalizedSlices slices = normalise(Slices.gray(2, 2, DARK, BRIGHT), "stack");
        final double sd = Math.sqrt(1.25 + 50 * 50);
        assertArrayEquals(
                new float[] {
                    (float) (-51.5 / sd),
                    (float) (-50.5 / sd),
                    (float) (-49.5 / sd),
                    (float) (-48.5 / sd)
                },
                slices.slice(0),
                1e-6f);
        assertEquals(51.5 / sd, slices.slice(1)[3], 1e-6);
    }

    @Test
    void theRangeIsThatOfAllTrainingImages() {
        final Normalization fitted =
                NormalizedSlices.fit(
                        Normalization.of("range"),
                        List.of(Slices.gray(2, 2, DARK), Slices.gray(2, 2, BRIGHT, BRIGHT)),
                        Progress.NONE);
        assertEquals(1, fitted.fixed().size());
        assertEquals(52.5, fitted.fixed().get(0).offset());
        assertEquals(2 / (103 + 1e-6), fitted.fixed().get(0).factor());
        final NormalizedSlices other =
                NormalizedSlices.of(
                        Slices.gray(1, 3, new float[] {1, 104, 207}), fitted, Progress.NONE);
        assertArrayEquals(new float[] {-1, 1, 3}, other.slice(0), 1e-6f);
    }

    @Test
    void onlyTheRangeIsLearnt() {
        final Normalization stack = Normalization.of("stack");
        assertEquals(
                stack,
                NormalizedSlices.fit(stack, List.of(Slices.gray(2, 2, DARK)), Progress.NONE));
    }

    @Test
    void everyChannelHasItsOwnScale() {
        final Slices slices = new Slices(2, 1, 2, new float[] {1, 3, 100, 300});
        for (final String mode : List.of("stack", "slice")) {
            assertArrayEquals(
                    new float[] {-1, 1, -1, 1}, normalise(slices, mode).slice(0), 2e-6f, mode);
        }
        final Normalization fitted =
                NormalizedSlices.fit(Normalization.of("range"), List.of(slices), Progress.NONE);
        assertArrayEquals(
                new float[] {-1, 1, -1, 1},
                NormalizedSlices.of(slices, fitted, Progress.NONE).slice(0),
                2e-6f);
    }

    @ParameterizedTest
    @CsvSource({
        "stack, 7",
        "slice, 0",
        "slice, 0.1",
        "stack, 0.1",
        "slice, 123456.789",
        "slice, 3e38"
    })
    void aConstantSliceBecomesZero(final String mode, final float value) {
        final float[] constant = new float[999];
        java.util.Arrays.fill(constant, value);
        final float[] slice = normalise(Slices.gray(27, 37, constant), mode).slice(0);
        assertArrayEquals(new float[999], slice, 1e-6f);
    }

    @Test
    void aConstantRangeBecomesZero() {
        final Slices constant = Slices.gray(2, 1, new float[] {5, 5});
        final Normalization fitted =
                NormalizedSlices.fit(Normalization.of("range"), List.of(constant), Progress.NONE);
        assertArrayEquals(
                new float[2], NormalizedSlices.of(constant, fitted, Progress.NONE).slice(0));
    }

    /** Large offsets lose no digits: against two naive passes in double. */
    @Property(tries = 200)
    void agreesWithTwoNaivePasses(
            @ForAll @IntRange(min = 1, max = 9) final int width,
            @ForAll @IntRange(min = 1, max = 9) final int height,
            @ForAll @IntRange(min = 1, max = 5) final int slices,
            @ForAll @DoubleRange(min = -4e6, max = 4e6) final double offset,
            @ForAll final long seed) {
        final Random random = new Random(seed);
        final float[][] values = new float[slices][width * height];
        double sum = 0;
        for (final float[] slice : values) {
            for (int i = 0; i < slice.length; i++) {
                slice[i] = (float) (offset + 10 * random.nextGaussian());
                sum += slice[i];
            }
        }
        final int count = slices * width * height;
        final double mean = sum / count;
        double squares = 0;
        for (final float[] slice : values) {
            for (final float value : slice) {
                squares += (value - mean) * (value - mean);
            }
        }
        final double sd = Math.sqrt(squares / count);
        final NormalizedSlices actual = normalise(Slices.gray(width, height, values), "stack");
        for (int z = 0; z < slices; z++) {
            final float[] slice = actual.slice(z);
            for (int i = 0; i < slice.length; i++) {
                assertEquals((values[z][i] - mean) / (sd + 1e-6), slice[i], 1e-5);
            }
        }
    }

    @Test
    void intensitiesThatAreNotFinite() {
        final float[] bad = {1, 2, 3, 4, 5, Float.NaN};
        final String sentence =
                "The image holds NaN at x=2, y=1 of slice 2: only finite intensities can be used.";
        final Slices slices = Slices.gray(3, 2, new float[6], bad);
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> normalise(slices, "stack")).getMessage());
        final NormalizedSlices lazily = normalise(slices, "slice");
        assertEquals(
                sentence, assertThrows(UNetException.class, () -> lazily.slice(1)).getMessage());
        final Slices channels = new Slices(2, 1, 2, new float[] {1, 2, Float.NEGATIVE_INFINITY, 4});
        assertEquals(
                "The image holds -Infinity at x=0, y=0 of slice 1, channel 2: only finite"
                        + " intensities can be used.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        NormalizedSlices.fit(
                                                Normalization.of("range"),
                                                List.of(channels),
                                                Progress.NONE))
                        .getMessage());
    }

    @Test
    void tellsItsProgressAndCanBeCancelled() {
        final List<String> told = new ArrayList<>();
        final Slices slices = Slices.gray(2, 2, DARK, BRIGHT, DARK);
        NormalizedSlices.of(
                slices, Normalization.of("stack"), (done, all, what) -> told.add(done + "/" + all));
        assertEquals(List.of("1/3", "2/3", "3/3"), told);
        final Progress cancelled =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancelledException.class,
                () -> NormalizedSlices.of(slices, Normalization.of("stack"), cancelled));
    }

    @Test
    void words() {
        assertEquals(Normalization.Mode.RANGE, Normalization.of("range").mode());
        assertEquals(
                "Normalization is 'Stack', but must be stack, slice or range.",
                assertThrows(UNetException.class, () -> Normalization.of("Stack")).getMessage());
        assertEquals(
                "An intensity scale has offset 0.0 and factor 0.0, but an offset is within"
                        + " -3.4e38 to 3.4e38 and a factor within 1e-39 to 2e6: no image has such"
                        + " intensities.",
                assertThrows(UNetException.class, () -> new IntensityScale(0, 0)).getMessage());
        assertEquals(
                "An intensity scale has offset NaN and factor 1.0, but an offset is within"
                        + " -3.4e38 to 3.4e38 and a factor within 1e-39 to 2e6: no image has such"
                        + " intensities.",
                assertThrows(UNetException.class, () -> new IntensityScale(Double.NaN, 1))
                        .getMessage());
    }
}
