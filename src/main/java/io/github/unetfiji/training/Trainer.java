package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The training loop: a patch, its loss (eq. 1), its gradient, a step - and now and then a look at the
 * held-out slices. Batch size 1, as in the paper: large tiles rather than large batches.
 */
final class Trainer {

    /**
     * What a training gives.
     *
     * @param parameters those with the smallest validation loss, or the last where nothing is held out
     * @param iteration the iteration after which they were taken
     */
    record Outcome(Parameters parameters, int iteration, TrainingHistory history) {}

    /** Weight of the newest loss in the running mean that the user sees. */
    private static final double RECENT = 0.05;

    private final TrainingSettings settings;
    private final TrainingData data;
    private final Network network;
    private final TrainingListener listener;
    private final Progress progress;
    private final List<TrainingHistory.Row> rows = new ArrayList<>();
    private final long started = System.nanoTime();
    private Parameters best;
    private int bestIteration;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private double lossSum;
    private int lossCount;
    private double recentLoss;
    private int folded;

    Trainer(
            final TrainingSettings settings,
            final TrainingData data,
            final Network network,
            final TrainingListener listener,
            final Progress progress) {
        this.settings = settings;
        this.data = data;
        this.network = network;
        this.listener = listener;
        this.progress = progress;
    }

    /**
     * Trains the network.
     *
     * @param patch valid input side in px
     * @throws UNetException if the loss is no longer finite
     */
    Outcome run(final int patch) {
        final int halo = network.architecture().tileGeometry().halo();
        final Augmenter augmenter =
                Augmenter.of(
                        settings.augmentation(), PatchShape.square(patch, halo), settings.seed());
        try (TrainingStep step = new TrainingStep(network, settings);
                SampleQueue samples = new SampleQueue(augmenter, data.training(), 0)) {
            for (int iteration = 1; iteration <= settings.iterations(); iteration++) {
                progress.checkCancelled();
                final AugmentedSample sample = samples.take();
                folded += sample.folding().folds() ? 1 : 0;
                final double loss = step.run(iteration, sample);
                count(loss);
                listener.onIteration(iteration, loss, settings.rate());
                if (iteration % settings.every() == 0 || iteration == settings.iterations()) {
                    look(iteration);
                }
                progress.report(
                        iteration,
                        settings.iterations(),
                        String.format(Locale.ROOT, "training, loss %.4f", recentLoss));
            }
        }
        if (folded > 0) {
            listener.onWarning(
                    String.format(
                            "In %d of %d patches the deformation folded the image: use a smaller"
                                    + " deformation if these are many.",
                            folded, settings.iterations()));
        }
        return new Outcome(best, bestIteration, new TrainingHistory(rows));
    }

    private void count(final double loss) {
        lossSum += loss;
        lossCount++;
        recentLoss = recentLoss == 0 ? loss : recentLoss + RECENT * (loss - recentLoss);
    }

    /** Evaluates the held-out slices and keeps the parameters if they are the best so far. */
    private void look(final int iteration) {
        final ValidationResult result =
                data.validation().isEmpty()
                        ? null
                        : Validation.of(network, data.validation(), cancelOnly());
        if (result != null) {
            TrainingStep.checkFinite(result.loss(), iteration, settings.rate());
        }
        final double seconds = (System.nanoTime() - started) / 1e9;
        final TrainingHistory.Row row =
                new TrainingHistory.Row(
                        iteration, lossSum / lossCount, settings.rate(), result, seconds);
        rows.add(row);
        listener.onRow(row);
        lossSum = 0;
        lossCount = 0;
        if (result == null ? iteration == settings.iterations() : result.loss() < bestLoss) {
            bestLoss = result == null ? bestLoss : result.loss();
            best = network.parameters();
            bestIteration = iteration;
        }
    }

    private Progress cancelOnly() {
        return new Progress() {
            @Override
            public void report(final long done, final long total, final String message) {}

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
