package io.github.unetfiji.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import io.github.unetfiji.evaluate.WarpingError.MismatchKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MismatchMapTest {

    private static final int RADIUS = 20;

    @Test
    void aBoundaryDrawnBesideIsNoMistake() {
        final String[] truth = {"......", ".####.", ".####.", "......"};
        final String[] proposal = {"......", "..##..", "..###.", "...##."};
        assertEquals(MismatchCounts.NONE, error(truth, proposal).pixels());
    }

    @Test
    void splitIsACellCutInTwo() {
        final String[] truth = {".......", ".#####.", "......."};
        final String[] proposal = {".......", ".##.##.", "......."};
        final WarpingError error = error(truth, proposal);
        assertEquals(new MismatchCounts(1, 0, 0, 0, 0, 0), error.pixels());
        assertEquals(1 / 21.0, error.value());
        assertEquals(
                Optional.of(MismatchKind.SPLIT),
                MismatchMap.of(DrawnPlanes.mask(truth), DrawnPlanes.proposal(proposal), 0.5, RADIUS)
                        .kind(10));
    }

    @Test
    void mergerIsTwoCellsJoined() {
        final String[] truth = {".......", ".##.##.", "......."};
        final String[] proposal = {".......", ".#####.", "......."};
        assertEquals(new MismatchCounts(0, 1, 0, 0, 0, 0), error(truth, proposal).pixels());
    }

    @Test
    void aMergerAlongALineIsOneMistakeOfManyPixels() {
        final String[] truth = {"##.##", "##.##", "##.##", "##.##"};
        final String[] proposal = {"#####", "#####", "#####", "#####"};
        final WarpingError error = error(truth, proposal);
        assertEquals(new MismatchCounts(0, 4, 0, 0, 0, 0), error.pixels());
        assertEquals(new MismatchCounts(0, 1, 0, 0, 0, 0), error.mistakes());
        assertEquals(0.2, error.value(), 1e-15);
    }

    @Test
    void holesAndObjectsComeAndGo() {
        final String[] full = {".....", ".###.", ".###.", ".###.", "....."};
        final String[] ring = {".....", ".###.", ".#.#.", ".###.", "....."};
        final String[] dot = {".....", ".....", "..#..", ".....", "....."};
        final String[] none = {".....", ".....", ".....", ".....", "....."};
        assertEquals(new MismatchCounts(0, 0, 1, 0, 0, 0), error(full, ring).pixels());
        assertEquals(new MismatchCounts(0, 0, 0, 1, 0, 0), error(ring, full).pixels());
        assertEquals(new MismatchCounts(0, 0, 0, 0, 1, 0), error(none, dot).pixels());
        assertEquals(new MismatchCounts(0, 0, 0, 0, 0, 1), error(dot, none).pixels());
    }

    @Test
    void aCutRingIsAHoleOpenedUnlessItIsTooWideToSee() {
        final String[] ring = {"....", ".##.", ".#.#", ".###", "...."};
        final String[] cut = {"....", ".##.", ".#.#", ".#.#", "...."};
        final int width = 7;
        final boolean[] wide = new boolean[width * width];
        final float[] open = new float[width * width];
        for (int i = 0; i < wide.length; i++) {
            final int x = i % width;
            final int y = i / width;
            wide[i] = x == 0 || y == 0 || x == width - 1 || y == width - 1;
            open[i] = wide[i] && i != 3 ? 1 : 0;
        }
        final ProbabilityMap proposal = ProbabilityMap.of(open, width, width);
        assertEquals(
                new MismatchCounts(0, 0, 0, 1, 0, 0),
                MismatchMap.of(wide, proposal, 0.5, RADIUS).error().pixels());
        assertEquals(
                new MismatchCounts(1, 0, 0, 0, 0, 0),
                MismatchMap.of(wide, proposal, 0.5, 2).error().pixels());
        assertEquals(1, error(ring, cut).pixels().total());
    }

    @Test
    void anEmptyProposalScoresZeroAndItsDeletionsSayWhy() {
        final String[] truth = {".......", ".##.##.", ".##.##.", "......."};
        final String[] nothing = {".......", ".......", ".......", "......."};
        final WarpingError error = error(truth, nothing);
        assertEquals(0, error.value());
        assertEquals(new MismatchCounts(0, 0, 0, 0, 0, 2), error.pixels());
        assertEquals(2 / 28.0, error.classic());
    }

    @Test
    void whatTheProposalIsSurestOfIsWarpedFirst() {
        final boolean[] truth = DrawnPlanes.mask(".....", ".###.", ".....");
        final Warping left =
                Warping.of(truth, DrawnPlanes.proposal(".....", ".234.", "....."), 0.5);
        assertArrayEquals(DrawnPlanes.mask(".....", "...#.", "....."), left.warped());
        assertArrayEquals(new int[] {8}, left.mismatches());
        final Warping right =
                Warping.of(truth, DrawnPlanes.proposal(".....", ".432.", "....."), 0.5);
        assertArrayEquals(DrawnPlanes.mask(".....", ".#...", "....."), right.warped());
    }

    @Test
    void ofThoseEquallySureTheLeftGoesFirst() {
        final boolean[] truth = DrawnPlanes.mask(".....", ".###.", ".....");
        final Warping warping =
                Warping.of(truth, DrawnPlanes.proposal(".....", ".....", "....."), 0.5);
        assertArrayEquals(new int[] {8}, warping.mismatches());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void equalsTheDefinitionOnRandomPlanes(final long seed) {
        final int width = 9 + (int) (seed * 7 % 11);
        final int height = 26 - width;
        final float[] proposal = DrawnPlanes.blobs(seed, width, height);
        final float[] source = DrawnPlanes.blobs(seed + 100, width, height);
        final ProbabilityMap map = ProbabilityMap.of(proposal, width, height);
        for (int related = 0; related < 2; related++) {
            final boolean[] truth = new boolean[source.length];
            for (int i = 0; i < truth.length; i++) {
                truth[i] = (related == 0 ? source[i] : (source[i] + 2 * proposal[i]) / 3) > 0.45;
            }
            for (final int radius : new int[] {1, 2, 3, 20}) {
                for (int t = 0; t < Thresholds.CHALLENGE.size(); t += 2) {
                    final double threshold = Thresholds.CHALLENGE.get(t);
                    final boolean[][] warped = DrawnPlanes.rows(truth, width);
                    final WarpingError expected =
                            NaiveEvaluation.warpingError(
                                    warped, DrawnPlanes.rows(proposal, width), threshold, radius);
                    final String where = "radius " + radius + ", threshold " + threshold;
                    assertArrayEquals(
                            warped,
                            DrawnPlanes.rows(Warping.of(truth, map, threshold).warped(), width),
                            where);
                    assertEquals(
                            expected, MismatchMap.of(truth, map, threshold, radius).error(), where);
                }
            }
        }
    }

    @Test
    void otherSizesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> MismatchMap.of(new boolean[3], DrawnPlanes.proposal("##"), 0.5, RADIUS));
    }

    private static WarpingError error(final String[] truth, final String[] proposal) {
        return MismatchMap.of(DrawnPlanes.mask(truth), DrawnPlanes.proposal(proposal), 0.5, RADIUS)
                .error();
    }
}
