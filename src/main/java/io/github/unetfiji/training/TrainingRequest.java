package io.github.unetfiji.training;

import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.model.Publication;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.stack.SliceSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A caller's request for a training.
 *
 * @param name of the model, for people
 * @param images at least one
 * @param method the optimizer and the loss
 * @param start model to go on from
 * @param resume whether to go on from a state, if there is one, or to keep the model that is finished
 * @param overwrite whether a model that is there may be replaced
 * @param tune whether to tune the postprocessing on the held-out slices
 * @param interval between two savings, at least
 * @param macro line that trains the model again, empty if unknown
 * @param note of the user, empty if there is none
 * @param publication whose the model is, and its licence
 */
record TrainingRequest(
        String name,
        List<AnnotatedImage> images,
        TrainingSettings settings,
        LearningMethod method,
        Optional<SegmentationModel> start,
        boolean resume,
        boolean overwrite,
        boolean tune,
        Duration interval,
        String macro,
        String note,
        Publication publication) {

    /** The images without their annotations. */
    List<SliceSource> sources() {
        return images.stream().map(AnnotatedImage::image).toList();
    }
}
