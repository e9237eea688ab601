package io.github.unetfiji.evaluate;

import io.github.unetfiji.labels.LabelMap;
import java.util.Random;

/** Small planes written as text, and random ones. */
final class DrawnPlanes {

    private DrawnPlanes() {}

    /** '#' is cell, everything else membrane; one string a row. */
    static boolean[] mask(final String... rows) {
        final String all = String.join("", rows);
        final boolean[] mask = new boolean[all.length()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = all.charAt(i) == '#';
        }
        return mask;
    }

    /** '#' is probability 1, a digit that many tenths, everything else 0. */
    static ProbabilityMap proposal(final String... rows) {
        final String all = String.join("", rows);
        final float[] values = new float[all.length()];
        for (int i = 0; i < values.length; i++) {
            final char c = all.charAt(i);
            values[i] = c == '#' ? 1 : Character.isDigit(c) ? (c - '0') / 10f : 0;
        }
        return ProbabilityMap.of(values, rows[0].length(), rows.length);
    }

    /** '#' is cell 1. */
    static LabelMap labels(final boolean[] mask, final int width) {
        final int[] labels = new int[mask.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = mask[i] ? 1 : 0;
        }
        return LabelMap.of(labels, width, labels.length / width);
    }

    /** Blobs: noise averaged over 3 x 3, stretched to 0..1 and rounded to tenths, so that ties occur. */
    static float[] blobs(final long seed, final int width, final int height) {
        final Random random = new Random(seed);
        final double[] noise = random.doubles((long) width * height).toArray();
        final float[] blobs = new float[noise.length];
        for (int i = 0; i < blobs.length; i++) {
            double sum = 0;
            int n = 0;
            for (int y = Math.max(0, i / width - 1);
                    y <= Math.min(height - 1, i / width + 1);
                    y++) {
                for (int x = Math.max(0, i % width - 1);
                        x <= Math.min(width - 1, i % width + 1);
                        x++) {
                    sum += noise[y * width + x];
                    n++;
                }
            }
            final double value = Math.max(0, Math.min(1, (sum / n - 0.5) * 3 + 0.5));
            blobs[i] = Math.round(value * 10) / 10f;
        }
        return blobs;
    }

    static boolean[][] rows(final boolean[] plane, final int width) {
        final boolean[][] rows = new boolean[plane.length / width][width];
        for (int i = 0; i < plane.length; i++) {
            rows[i / width][i % width] = plane[i];
        }
        return rows;
    }

    static float[][] rows(final float[] plane, final int width) {
        final float[][] rows = new float[plane.length / width][width];
        for (int i = 0; i < plane.length; i++) {
            rows[i / width][i % width] = plane[i];
        }
        return rows;
    }
}
