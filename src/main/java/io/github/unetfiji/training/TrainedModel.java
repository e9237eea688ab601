package io.github.unetfiji.training;

import io.github.unetfiji.model.Cover;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.model.UNetModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A model that came out of a training. */
public interface TrainedModel {

    /** What images are segmented with. */
    SegmentationModel model();

    /** Names of the classes that it was trained to tell apart, background first. */
    List<String> classes();

    /** How it was trained: plain strings, numbers, lists and maps. */
    Map<String, Object> provenance();

    /** The same model with one more fact of its provenance. */
    TrainedModel with(String key, Object fact);

    /** Whether settings that turn its probabilities into classes and objects can be kept in it. */
    boolean isTunable();

    /**
     * The same model with such settings.
     *
     * @throws IllegalStateException if they cannot be kept in it
     */
    TrainedModel with(Postprocessing tunedTo);

    /**
     * The same model with a picture for people, where its file takes one; a package of others keeps its own.
     *
     * @param pictures makes the picture of a U-Net; empty where it cannot be made
     */
    TrainedModel with(Function<UNetModel, Optional<Cover>> pictures);

    /**
     * Writes the model file; an existing one is replaced when the new one is complete.
     *
     * @throws io.github.unetfiji.UNetException if it cannot be written
     */
    void write(Path file);
}
