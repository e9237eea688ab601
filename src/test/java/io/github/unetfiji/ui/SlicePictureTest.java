package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.training.ValidationView;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicePictureTest {

    private static final int TRUTH = 0x00e5ff;
    private static final int CELL = 0xff9f1c;
    private static final int GRAY = 0x808080;

    /** Gray 128 mixed with 28 % of the colour of the cell. */
    private static final int TINTED = 0xa48964;

    private static final List<SliceMode> MODES = SliceMode.all(List.of("background", "cell"));

    /** One row: the truth has a cell at 2..5, the network sees one at 0..3. */
    private static ValidationView view(final int... ignored) {
        final int width = 8;
        final int[] labels = {0, 0, 1, 1, 1, 1, 0, 0};
        for (final int x : ignored) {
            labels[x] = -1;
        }
        final float[] p = {
            .1f, .2f, .3f, .4f, .9f, .9f, .9f, 1, .9f, .8f, .7f, .6f, .1f, .1f, .1f, 0
        };
        return new ValidationView(1, 0, width, 1, new float[width], labels, p);
    }

    private static int[] colors(final BufferedImage picture) {
        final int[] rgb = picture.getRGB(0, 0, picture.getWidth(), 1, null, 0, picture.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xffffff;
        }
        return rgb;
    }

    private static int[] draw(final SliceMode mode) {
        return colors(SlicePicture.of(view(), mode, 8, 1));
    }

    @Test
    void theOverlayHasThePredictionAndTheOutlineOfTheTruth() {
        assertArrayEquals(
                new int[] {TINTED, TINTED, TRUTH, CELL, GRAY, TRUTH, GRAY, GRAY},
                draw(SliceMode.OVERLAY));
    }

    @Test
    void theTruthAloneHasTheColourOfItsClass() {
        assertArrayEquals(
                new int[] {GRAY, GRAY, CELL, TINTED, TINTED, CELL, GRAY, GRAY}, draw(MODES.get(1)));
    }

    @Test
    void probabilitiesAreGray() {
        assertArrayEquals(
                new int[] {0xe6e6e6, 0xcccccc, 0xb3b3b3, 0x999999, 0x1a1a1a, 0x1a1a1a, 0x1a1a1a, 0},
                draw(MODES.get(3)));
        assertEquals(0xffffff, draw(MODES.get(2))[7]);
    }

    @Test
    void whatIsIgnoredIsDimmedAndHasNoOutline() {
        final int[] colors = colors(SlicePicture.of(view(1, 6, 7), SliceMode.OVERLAY, 8, 1));
        assertEquals(0x62523c, colors[1]);
        assertEquals(0x4d4d4d, colors[7]);
        assertEquals(GRAY, colors[4]);
        assertEquals(0x4d4d4d, colors[6]);
    }

    @Test
    void outlinesAreOnePixelWideInEverySize() {
        final BufferedImage large = SlicePicture.of(view(), SliceMode.OVERLAY, 32, 4);
        final int[] row = large.getRGB(0, 1, 32, 1, null, 0, 32);
        int outline = 0;
        for (final int color : row) {
            outline += (color & 0xffffff) == TRUTH ? 1 : 0;
        }
        assertEquals(2, outline);
        final int[] small = colors(SlicePicture.of(view(), MODES.get(3), 4, 1));
        assertArrayEquals(new int[] {0xd9d9d9, 0xa6a6a6, 0x1a1a1a, 0x0d0d0d}, small);
    }

    @Test
    void fewExtremeIntensitiesDoNotMakeTheRestGray() {
        final float[] image = new float[1000];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        image[0] = -1e6f;
        image[999] = 1e6f;
        final SlicePicture.GrayRange range = SlicePicture.GrayRange.of(image);
        assertEquals(new SlicePicture.GrayRange(5, 994), range);
        assertEquals(0, range.gray(-3));
        assertEquals(128, range.gray(500));
        assertEquals(255, range.gray(1e6f));
    }
}
