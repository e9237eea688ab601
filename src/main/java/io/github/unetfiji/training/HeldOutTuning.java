package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.TiledInference;
import io.github.unetfiji.tuning.Example;
import io.github.unetfiji.tuning.Tuning;
import io.github.unetfiji.tuning.TuningResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tunes the postprocessing of a model that was just trained on the slices that were held out. */
final class HeldOutTuning {

    private HeldOutTuning() {}

    /**
     * The model with its postprocessing.
     *
     * @param slices at least one
     * @return the same model if the slices have no object, or if the user gives up waiting
     */
    static UNetModel of(
            final UNetModel model,
            final List<AnnotatedPlane> slices,
            final TrainingSettings settings,
            final Trainer.Company company) {
        final List<Example> examples;
        final Optional<TuningResult> result;
        try {
            examples = examples(model, slices, settings, company);
            result = Tuning.of(examples, model.classes().size(), company.progress());
        } catch (final CancelledException e) {
            // NB: what was trained is whole; only this look was given up.
            company.listener().onWarning("The tuning on the held-out slices was given up.");
            return model;
        }
        return result.map(tuned -> with(model, tuned, examples.size())).orElse(model);
    }

    private static List<Example> examples(
            final UNetModel model,
            final List<AnnotatedPlane> slices,
            final TrainingSettings settings,
            final Trainer.Company company) {
        final long pixels =
                (long)
                        slices.stream()
                                .mapToLong(slice -> (long) slice.width() * slice.height())
                                .average()
                                .orElse(1);
        final List<Example> examples = new ArrayList<>();
        try (Network network =
                Network.forInference(
                        model.architecture(),
                        model.parameters(),
                        settings.device(),
                        settings.precision())) {
            final TiledInference inference = new TiledInference(network, TileSize.PLANNED);
            for (final int index : Tuning.enough(slices.size(), pixels)) {
                final AnnotatedPlane slice = slices.get(index);
                examples.add(
                        new Example(
                                inference.probabilities(
                                        PatchTensors.image(slice),
                                        slice.width(),
                                        slice.height(),
                                        company.progress()),
                                LabelMap.of(slice.labels(), slice.width(), slice.height())));
            }
        }
        return examples;
    }

    private static UNetModel with(
            final UNetModel model, final TuningResult tuned, final int slices) {
        final Map<String, Object> how = new LinkedHashMap<>();
        how.put("slices", slices);
        how.putAll(tuned.toMap());
        final Map<String, Object> provenance = new LinkedHashMap<>(model.provenance());
        provenance.put("tuning", how);
        return model.tuned(provenance, tuned.best());
    }
}
