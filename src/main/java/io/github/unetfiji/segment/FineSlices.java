package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;

/** The results of a super-resolution: k k channels of a {@link ProgramTile} become one of k times the width and the height. */
record FineSlices(SliceClassifier tiles, int factor) implements SliceClassifier {

    @Override
    public int tiles(final int width, final int height) {
        return tiles.tiles(width, height);
    }

    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        return fine(tiles.probabilities(image, width, height, progress), width, height);
    }

    private float[] fine(final float[] parts, final int width, final int height) {
        final float[] fine = new float[parts.length];
        final int size = width * height;
        int i = 0;
        for (int plane = 0; plane < parts.length / size; plane++) {
            final int channel = plane / (factor * factor) * size * factor * factor;
            final int part = plane % (factor * factor);
            for (int y = 0; y < height; y++) {
                final int row = channel + (y * factor + part / factor) * width * factor;
                for (int x = 0; x < width; x++) {
                    fine[row + x * factor + part % factor] = parts[i++];
                }
            }
        }
        return fine;
    }
}
