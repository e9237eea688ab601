package io.github.unetfiji.model;

import io.github.unetfiji.stack.PixelSize;
import java.util.List;
import java.util.Optional;

/** A model that images can be segmented with: one that this program trained, or a package of another program. */
public sealed interface SegmentationModel permits UNetModel, ImportedModel {

    /** Short, for people. */
    String name();

    /** Channels of an image that it takes. */
    int channels();

    /** Names of the channels of its result: of {@link UNetModel} the classes, background first. */
    List<String> outputs();

    /** How large the pixels of the training images were in the specimen, if known. */
    Optional<PixelSize> pixelSize();

    /** Settings that turn its result into classes and objects, if they were tuned. */
    Optional<Postprocessing> postprocessing();

    /**
     * Checks that an image has the channels that the model takes.
     *
     * @throws io.github.unetfiji.UNetException if not
     */
    void checkChannels(int channels);
}
