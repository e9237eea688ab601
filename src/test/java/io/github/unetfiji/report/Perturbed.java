package io.github.unetfiji.report;

import ij.process.ByteProcessor;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.phantom.PhantomSlice;
import java.util.Optional;
import java.util.Random;

/** Phantom slices and a prediction of them that has mistakes of every kind. */
final class Perturbed {

    private final Phantom phantom;

    Perturbed(final int side, final int slices) {
        phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(side)
                                .setHeight(side)
                                .setSlices(slices)
                                .setSeed(5)
                                .build());
    }

    int width() {
        return phantom.settings().width();
    }

    PhantomSlice slice(final int z) {
        return phantom.slice(z);
    }

    LabelMap truth(final int z) {
        return LabelMap.of(slice(z).labels(), width(), width());
    }

    ComparedSlice compared(final int z) {
        final ByteProcessor image = new ByteProcessor(width(), width(), slice(z).image());
        return new ComparedSlice(prediction(z), truth(z), Optional.of(image));
    }

    /** The truth, blurred by 1 px, with bites and bridges: the more, the higher the slice. */
    ProbabilityMap prediction(final int z) {
        final byte[] labels = slice(z).labels();
        final int side = width();
        final float[] cell = new float[labels.length];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = mean(labels, side, i % side, i / side);
        }
        final Random random = new Random(z);
        for (int spot = 0; spot < (z + 1) * side / 16; spot++) {
            final float value = random.nextFloat();
            disc(
                    cell,
                    side,
                    random.nextInt(side),
                    random.nextInt(side),
                    1 + random.nextInt(4),
                    value);
        }
        return ProbabilityMap.of(cell, side, side);
    }

    private static float mean(final byte[] labels, final int side, final int x, final int y) {
        int sum = 0;
        int n = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(side - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(side - 1, x + 1); u++) {
                sum += labels[v * side + u] & 0xff;
                n++;
            }
        }
        return sum / (255f * n);
    }

    private static void disc(
            final float[] plane,
            final int side,
            final int x,
            final int y,
            final int radius,
            final float value) {
        for (int v = Math.max(0, y - radius); v <= Math.min(side - 1, y + radius); v++) {
            for (int u = Math.max(0, x - radius); u <= Math.min(side - 1, x + radius); u++) {
                if ((u - x) * (u - x) + (v - y) * (v - y) <= radius * radius) {
                    plane[v * side + u] = value;
                }
            }
        }
    }
}
