package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.segment.SliceClassifier;
import io.github.unetfiji.tiling.TileTooLargeException;
import io.github.unetfiji.tuning.Tuning;
import io.github.unetfiji.tuning.TuningExample;
import io.github.unetfiji.tuning.TuningResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates a trained model with the held-out slices: tunes its postprocessing, and computes the errors of the ISBI 2012
 * challenge. Both go into the model. Of many slices it takes some, of large ones the middle.
 */
final class FinalEvaluation {

    private static final double DIGITS = 1e6;

    private final TrainedModel model;
    private final TrainedNetwork trained;
    private final Parameters parameters;
    private final Callbacks callbacks;

    /**
     * @param model that was made
     * @param trained the kind of its network
     * @param parameters of the model
     */
    FinalEvaluation(
            final TrainedModel model,
            final TrainedNetwork trained,
            final Parameters parameters,
            final Callbacks callbacks) {
        this.model = model;
        this.trained = trained;
        this.parameters = parameters;
        this.callbacks = callbacks;
    }

    /**
     * The model with its tuned postprocessing and its errors.
     *
     * @param slices at least one
     * @param tune whether to tune
     * @return empty if the slices have no object, or if the user gives up waiting
     */
    Optional<TrainedModel> at(final List<AnnotatedPlane> slices, final boolean tune) {
        try {
            final List<TuningExample> examples = examples(slices);
            if (examples.stream().allMatch(example -> example.classes().maxId() == 0)) {
                return Optional.empty();
            }
            final TrainedModel evaluated = evaluated(examples);
            return Optional.of(
                    tune && model.isTunable()
                            ? Tuning.of(examples, model.classes().size(), callbacks.progress())
                                    .map(result -> tuned(evaluated, result, examples.size()))
                                    .orElse(evaluated)
                            : evaluated);
        } catch (final CancelledException e) {
            // NB: what was trained is whole; only this evaluation was given up.
            callbacks.listener().onWarning("The last look at the held-out slices was given up.");
            return Optional.empty();
        } catch (final TileTooLargeException | OutOfMemoryError e) {
            callbacks
                    .listener()
                    .onWarning("Memory does not suffice for a last look at the held-out slices.");
            return Optional.empty();
        }
    }

    private List<TuningExample> examples(final List<AnnotatedPlane> slices) {
        final double pixels =
                slices.stream().mapToDouble(slice -> slice.labels().length).average().orElse(1);
        final List<TuningExample> examples = new ArrayList<>();
        try (TrainableNetwork network = trained.forInference(parameters)) {
            final SliceClassifier inference = trained.classifier(network);
            for (final int index : Tuning.chosenSlices(slices.size(), (long) pixels)) {
                final AnnotatedPlane slice = slices.get(index);
                examples.add(
                        new TuningExample(
                                        inference.probabilities(
                                                Validation.image(slice),
                                                slice.width(),
                                                slice.height(),
                                                callbacks.progress()),
                                        LabelMap.of(slice.labels(), slice.width(), slice.height()))
                                .centre());
            }
        }
        return examples;
    }

    private static TrainedModel tuned(
            final TrainedModel evaluated, final TuningResult result, final int slices) {
        return evaluated.with("tuning", result.toMap(slices)).with(result.best());
    }

    /** NB: the challenge knows no pixels that count nothing. */
    private TrainedModel evaluated(final List<TuningExample> examples) {
        final List<LabelMap> truth = examples.stream().map(TuningExample::classes).toList();
        if (truth.stream().anyMatch(LabelMap::hasIgnored)) {
            return model;
        }
        final List<ProbabilityMap> prediction =
                examples.stream()
                        .map(
                                example ->
                                        ProbabilityMap.foreground(
                                                example.probabilities(),
                                                example.classes().width(),
                                                example.classes().height()))
                        .toList();
        final ChallengeScores scores =
                Evaluation.of(
                                prediction,
                                truth,
                                EvaluationSettings.builder().build(),
                                callbacks.progress())
                        .stack();
        final Map<String, Object> errors = new LinkedHashMap<>();
        errors.put("slices", examples.size());
        errors.put("pixels", truth.stream().mapToLong(map -> map.labels().length).sum());
        put(errors, "pixel_error", scores.pixelError());
        put(errors, "rand_error", scores.randError(PairConvention.N_SQUARED));
        put(errors, "warping_error", scores.warpingError());
        put(errors, "v_rand", scores.vRand());
        put(errors, "v_info", scores.vInfo());
        return model.with("held_out_errors", errors);
    }

    /** A number with the threshold at which it was reached. */
    private static void put(final Map<String, Object> map, final String key, final Score score) {
        map.put(key, Math.round(score.value() * DIGITS) / DIGITS);
        map.put(key + "_at", Math.round(score.threshold() * DIGITS) / DIGITS);
    }
}
