package io.github.unetfiji.optimize;

import ai.djl.ndarray.NDArray;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingSettings;
import java.util.List;

/**
 * A program trains with a loss of its own, the focal loss.
 *
 * <pre>mvn -q -B test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.unetfiji.optimize.OwnLossDemo</pre>
 */
public final class OwnLossDemo {

    private OwnLossDemo() {}

    /**
     * The focal loss (Lin et al. 2017, arXiv:1708.02002, eq. 4), in which pixels that are nearly right count little:
     * {@code sum_x w(x) (1 - p(x))^gamma -log p(x) / sum_x w(x)}, p(x) the probability of the pixel's class.
     *
     * @param gamma 0 or more; 0 is the weighted cross entropy
     */
    public record FocalLoss(double gamma) implements Loss {

        private static final float SMALLEST_SUM = 1e-12f;

        @Override
        public NDArray of(final NDArray logits, final NDArray labels, final NDArray weights) {
            final NDArray logarithm = logits.logSoftmax(1).gather(labels, 1);
            final NDArray missing = logarithm.exp().neg().add(1);
            return missing.pow(gamma)
                    .mul(logarithm)
                    .mul(weights)
                    .sum()
                    .neg()
                    .div(weights.sum().maximum(SMALLEST_SUM));
        }
    }

    /** Trains a small network on squares, and prints the losses. */
    public static void main(final String[] args) {
        final List<AnnotatedImage> images = List.of(TestLabels.squares(96, 3));
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(Architecture.DEPTH, 1)
                        .with(Architecture.FEATURES, 8)
                        .with(TrainingKeys.PATCH, 84)
                        .with(TrainingKeys.ITERATIONS, 200)
                        .with(TrainingKeys.EVERY, 20)
                        .with(TrainingKeys.VALIDATION, "3")
                        .with(TrainingKeys.RATE, 1e-3)
                        .build();
        final Training.Result result =
                Training.of("squares", images, settings).optLoss("focal 2", new FocalLoss(2)).run();
        System.out.println("loss: " + result.model().provenance().get("loss"));
        result.history()
                .rows()
                .forEach(row -> System.out.println(row.iteration() + ": loss " + row.loss()));
    }
}
