package io.github.unetfiji.dataset;

import io.github.unetfiji.stack.PlaneSource;
import io.github.unetfiji.weights.ClassBalance;
import io.github.unetfiji.weights.WeightMap;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.List;
import java.util.Set;

/**
 * The weight map of every annotated slice, just as training uses it: classes balanced over all slices
 * together, borders between the cells of a slice.
 */
public final class WeightMaps {

    private final Annotations annotations;
    private final ClassBalance balance;
    private final WeightMapSettings settings;
    private final int threads = Runtime.getRuntime().availableProcessors();

    private WeightMaps(
            final Annotations annotations,
            final ClassBalance balance,
            final WeightMapSettings settings) {
        this.annotations = annotations;
        this.balance = balance;
        this.settings = settings;
    }

    /**
     * Weight maps of annotations.
     *
     * @param leftOut indices of slices whose pixels do not count for the balance of the classes
     * @param strength of the balance, 0..1
     */
    static WeightMaps of(
            final Annotations annotations,
            final Set<Integer> leftOut,
            final double strength,
            final WeightMapSettings settings) {
        final ClassBalance.Builder balance =
                ClassBalance.builder(annotations.classNames().size()).optStrength(strength);
        annotations
                .slices()
                .forEach(
                        (index, slice) -> {
                            if (!leftOut.contains(index)) {
                                balance.addClasses(slice.classes());
                            }
                        });
        return new WeightMaps(annotations, balance.build(), settings);
    }

    /**
     * The weight maps of a label image, computed when they are asked for. The weights of a
     * slice that is not annotated are 0.
     *
     * @param strength of the balance, 0 (every pixel counts the same) .. 1 (every class does)
     * @throws io.github.unetfiji.UNetException if a value is no label
     */
    public static PlaneSource planes(
            final LabelSource labels,
            final LabelKind kind,
            final double strength,
            final WeightMapSettings settings) {
        final Annotations annotations = Annotations.of(List.of(labels), kind, 0);
        return new Planes(labels, of(annotations, Set.of(), strength, settings));
    }

    /** Weights (y, x) of an annotated slice, x fastest. */
    float[] weights(final int index) {
        final AnnotatedSlice slice = annotations.slices().get(index);
        return WeightMap.of(slice.cells(), slice.classes(), balance, settings, threads);
    }

    private record Planes(LabelSource labels, WeightMaps maps) implements PlaneSource {

        @Override
        public int width() {
            return labels.width();
        }

        @Override
        public int height() {
            return labels.height();
        }

        @Override
        public int slices() {
            return labels.slices();
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public Object plane(final int slice, final int channel) {
            return maps.annotations.slices().containsKey(slice)
                    ? maps.weights(slice)
                    : new float[width() * height()];
        }
    }
}
