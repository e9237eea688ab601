package io.github.unetfiji.training;

import io.github.unetfiji.model.Cover;
import io.github.unetfiji.model.FineTunedPackage;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.UNetModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A package of others with weights that came out of a training.
 *
 * @param result what is written
 * @param classes that it was trained to tell apart, background first
 */
record TrainedProgramModel(FineTunedPackage.Result result, List<String> classes)
        implements TrainedModel {

    @Override
    public ImportedModel model() {
        return result.model();
    }

    @Override
    public Map<String, Object> provenance() {
        return result.provenance();
    }

    @Override
    public TrainedModel with(final String key, final Object fact) {
        final Map<String, Object> more = new LinkedHashMap<>(result.provenance());
        more.put(key, fact);
        return new TrainedProgramModel(result.with(more), classes);
    }

    @Override
    public boolean isTunable() {
        return false;
    }

    @Override
    public TrainedModel with(final Postprocessing tunedTo) {
        throw new IllegalStateException("packages of others keep no postprocessing");
    }

    @Override
    public TrainedModel with(final Function<UNetModel, Optional<Cover>> pictures) {
        return this;
    }

    @Override
    public void write(final Path file) {
        result.write(file);
    }
}
