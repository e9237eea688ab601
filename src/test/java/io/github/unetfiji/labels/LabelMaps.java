package io.github.unetfiji.labels;

import java.util.Random;

/** Label maps for tests and benchmarks. */
public final class LabelMaps {

    private LabelMaps() {}

    /** Digits are ids, '.' is background, '#' is ignored; one string a row. */
    public static LabelMap of(final String... rows) {
        final int[] labels = new int[rows.length * rows[0].length()];
        for (int i = 0; i < labels.length; i++) {
            final char c = rows[i / rows[0].length()].charAt(i % rows[0].length());
            labels[i] = c == '.' ? 0 : c == '#' ? LabelMap.IGNORE : c - '0';
        }
        return LabelMap.of(labels, rows[0].length(), rows.length);
    }

    /**
     * Random cells: disks, rings, rectangles over the edge, single pixels and scattered pieces, with
     * ids that are not contiguous; later ones lie over earlier ones.
     */
    public static LabelMap random(
            final long seed, final int width, final int height, final int cells) {
        final Random random = new Random(seed);
        final int[] labels = new int[width * height];
        for (int c = 0; c < cells; c++) {
            final int id = 1 + random.nextInt(Integer.MAX_VALUE - 1);
            final int pieces = random.nextInt(4) == 0 ? 2 : 1;
            for (int p = 0; p < pieces; p++) {
                draw(labels, width, id, random);
            }
        }
        return LabelMap.of(labels, width, height);
    }

    private static void draw(
            final int[] labels, final int width, final int id, final Random random) {
        final int height = labels.length / width;
        final int shape = random.nextInt(4);
        final int radius = shape == 0 ? 0 : 1 + random.nextInt(1 + Math.max(width, height) / 6);
        final int cx = random.nextInt(width);
        final int cy = random.nextInt(height);
        for (int i = 0; i < labels.length; i++) {
            final int dx = i % width - cx;
            final int dy = i / width - cy;
            final int r2 = dx * dx + dy * dy;
            final boolean inside =
                    shape == 3
                            ? Math.abs(dx) <= radius && Math.abs(dy) <= radius / 2
                            : r2 <= radius * radius;
            final boolean hole = shape == 2 && r2 < (radius - 1) * (radius - 1);
            if (inside && !hole) {
                labels[i] = id;
            }
        }
    }

    /**
     * About half the plane covered by round cells on a jittered grid, as in a dense culture; some
     * touch. Ids 1..cells.
     */
    public static LabelMap culture(
            final long seed, final int width, final int height, final int cells) {
        final Random random = new Random(seed);
        final int[] labels = new int[width * height];
        final int columns = (int) Math.ceil(Math.sqrt((double) cells * width / height));
        final int rows = (cells + columns - 1) / columns;
        final double stepX = (double) width / columns;
        final double stepY = (double) height / rows;
        for (int c = 0; c < cells; c++) {
            final double x = (c % columns + 0.5 + 0.3 * (random.nextDouble() - 0.5)) * stepX;
            final double y = (c / columns + 0.5 + 0.3 * (random.nextDouble() - 0.5)) * stepY;
            final double r = (0.35 + 0.15 * random.nextDouble()) * Math.min(stepX, stepY);
            for (int py = (int) Math.max(0, y - r); py <= Math.min(height - 1, y + r); py++) {
                for (int px = (int) Math.max(0, x - r); px <= Math.min(width - 1, x + r); px++) {
                    if ((px - x) * (px - x) + (py - y) * (py - y) <= r * r) {
                        labels[py * width + px] = c + 1;
                    }
                }
            }
        }
        return LabelMap.of(labels, width, height);
    }
}
