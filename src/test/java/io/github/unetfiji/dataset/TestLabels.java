package io.github.unetfiji.dataset;

import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;
import java.util.List;

/**
 * Label maps in memory.
 *
 * @param values of every slice (y, x)
 */
public record TestLabels(int width, int height, int[]... values) implements LabelSource {

    @Override
    public int slices() {
        return values.length;
    }

    @Override
    public LabelMap slice(final int index) {
        return LabelMap.of(values[index], width, height);
    }

    /** These labels with a black image. */
    List<AnnotatedImage> onBlack() {
        final float[][] black = new float[slices()][width * height];
        return List.of(new AnnotatedImage("black", Slices.gray(width, height, black), this));
    }

    /** Squares of 8 px of class 1 on background, bright in the image: what anybody can learn. */
    public static AnnotatedImage squares(final int side, final int slices) {
        final int[][] labels = new int[slices][side * side];
        final float[][] image = new float[slices][side * side];
        for (int z = 0; z < slices; z++) {
            for (int i = 0; i < side * side; i++) {
                final int x = i % side + 3 * z;
                final int y = i / side + 5 * z;
                labels[z][i] = x / 8 % 2 == 1 && y / 8 % 2 == 1 ? 1 : 0;
                image[z][i] = 100 + 50 * labels[z][i] + (i * 31 + z) % 7;
            }
        }
        return new AnnotatedImage(
                "squares", Slices.gray(side, side, image), new TestLabels(side, side, labels));
    }

    @Override
    public String toString() {
        return Arrays.deepToString(values);
    }
}
