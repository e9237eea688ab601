package io.github.unetfiji.ui;

import io.github.unetfiji.report.plot.Palette;
import io.github.unetfiji.training.ValidationView;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Draws a held-out slice with the network's prediction, in the size in which it is shown: so outlines are one pixel of the screen wide,
 * however large the slice is.
 */
final class SlicePicture {

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final int TRUTH = Palette.TRUTH.getRGB();
    private static final double FILL = 0.28;
    private static final double FAINT = 0.4;
    private static final int HATCH = 8;
    private static final int NOWHERE = -1;

    private final ValidationView view;
    private final int classes;
    private final int width;
    private final int height;
    private final int[] predicted;
    private final int[] truth;
    private final GrayRange range;

    private SlicePicture(final ValidationView view, final int width, final int height) {
        this.view = view;
        this.width = width;
        this.height = height;
        classes = view.probabilities().length / view.image().length;
        range = GrayRange.of(view.image());
        predicted = new int[width * height];
        truth = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int source = source(x, y);
                predicted[y * width + x] = mostProbable(source);
                truth[y * width + x] = Math.max(NOWHERE, view.labels()[source]);
            }
        }
    }

    /** A picture of a slice. */
    static BufferedImage of(
            final ValidationView view, final SliceMode mode, final int width, final int height) {
        return new SlicePicture(view, width, height).draw(mode);
    }

    private int source(final int x, final int y) {
        final int sourceX = (int) ((x + 0.5) * view.width() / width);
        final int sourceY = (int) ((y + 0.5) * view.height() / height);
        return sourceY * view.width() + sourceX;
    }

    private int mostProbable(final int pixel) {
        final float[] p = view.probabilities();
        final int size = view.image().length;
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (p[c * size + pixel] > p[best * size + pixel]) {
                best = c;
            }
        }
        return best;
    }

    private BufferedImage draw(final SliceMode mode) {
        final int[] colors = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                colors[y * width + x] = color(mode, x, y);
            }
        }
        final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, colors, 0, width);
        return picture;
    }

    private int color(final SliceMode mode, final int x, final int y) {
        return switch (mode.kind()) {
            case IMAGE -> gray(x, y);
            case PROBABILITY -> probability(mode.index(), x, y);
            case TRUTH -> dimmed(overlay(truth, x, y), x, y);
            case OVERLAY -> dimmed(isEdge(truth, x, y) ? TRUTH : overlay(predicted, x, y), x, y);
        };
    }

    private int overlay(final int[] map, final int x, final int y) {
        final int index = map[y * width + x];
        if (index <= 0) {
            return gray(x, y);
        }
        final int color = Palette.ofClass(index).getRGB();
        return isEdge(map, x, y) ? color : mix(gray(x, y), color, FILL);
    }

    /** Hatches the pixels whose truth is to be ignored. */
    private int dimmed(final int color, final int x, final int y) {
        if (truth[y * width + x] != NOWHERE) {
            return color;
        }
        final int dim = mix(color, BLACK, FAINT);
        return (x + y) % HATCH == 0 ? mix(dim, WHITE, FAINT) : dim;
    }

    /** Whether a pixel of a foreground class touches another class. */
    private boolean isEdge(final int[] map, final int x, final int y) {
        final int here = map[y * width + x];
        return here > 0
                && (differs(map, x - 1, y, here)
                        || differs(map, x + 1, y, here)
                        || differs(map, x, y - 1, here)
                        || differs(map, x, y + 1, here));
    }

    private boolean differs(final int[] map, final int x, final int y, final int here) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return false;
        }
        final int there = map[y * width + x];
        return there != here && there != NOWHERE;
    }

    private int gray(final int x, final int y) {
        return rgb(range.gray(mean(view.image(), 0, x, y)));
    }

    private int probability(final int index, final int x, final int y) {
        final float p = mean(view.probabilities(), index * view.image().length, x, y);
        return rgb(Math.max(0, Math.min(255, Math.round(255 * p))));
    }

    private static int rgb(final int gray) {
        return gray << 16 | gray << 8 | gray;
    }

    /** Mean over the pixels of the slice under one of the picture. */
    private float mean(final float[] plane, final int offset, final int x, final int y) {
        final int left = x * view.width() / width;
        final int right = Math.max(left + 1, (x + 1) * view.width() / width);
        final int top = y * view.height() / height;
        final int bottom = Math.max(top + 1, (y + 1) * view.height() / height);
        double sum = 0;
        for (int v = top; v < bottom; v++) {
            for (int u = left; u < right; u++) {
                sum += plane[offset + v * view.width() + u];
            }
        }
        return (float) (sum / ((right - left) * (bottom - top)));
    }

    private static int mix(final int a, final int b, final double part) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            final int from = a >> shift & 0xff;
            final int to = b >> shift & 0xff;
            mixed |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return mixed;
    }

    /** Maps intensities to gray values 0..255 so that all but the few extreme ones can be told apart. */
    record GrayRange(float min, float max) {

        private static final int SAMPLES = 20_000;
        private static final double SATURATED = 0.005;

        /** The range of an image without its darkest and brightest half percent. */
        static GrayRange of(final float[] image) {
            final int step = Math.max(1, image.length / SAMPLES);
            final float[] sorted = new float[(image.length + step - 1) / step];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = image[i * step];
            }
            Arrays.sort(sorted);
            final int cut = (int) (SATURATED * sorted.length);
            return new GrayRange(sorted[cut], sorted[sorted.length - 1 - cut]);
        }

        int gray(final float value) {
            if (max <= min) {
                return 128;
            }
            return Math.max(0, Math.min(255, Math.round(255 * (value - min) / (max - min))));
        }
    }
}
