package io.github.unetfiji.training;

import io.github.unetfiji.model.Cover;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.UNetModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A U-Net of this program that came out of a training. */
record TrainedUNetModel(UNetModel model) implements TrainedModel {

    @Override
    public List<String> classes() {
        return model.classes();
    }

    @Override
    public Map<String, Object> provenance() {
        return model.provenance();
    }

    @Override
    public TrainedModel with(final String key, final Object fact) {
        return new TrainedUNetModel(model.with(key, fact));
    }

    @Override
    public boolean isTunable() {
        return true;
    }

    @Override
    public TrainedModel with(final Postprocessing tunedTo) {
        return new TrainedUNetModel(model.with(tunedTo));
    }

    @Override
    public TrainedModel with(final Function<UNetModel, Optional<Cover>> pictures) {
        return pictures.apply(model)
                .<TrainedModel>map(
                        cover -> new TrainedUNetModel(model.with(model.publication().with(cover))))
                .orElse(this);
    }

    @Override
    public void write(final Path file) {
        ModelPackage.write(model, file);
    }
}
