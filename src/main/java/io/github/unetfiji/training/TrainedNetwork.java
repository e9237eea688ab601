package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.Loss;
import io.github.unetfiji.segment.SliceClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The kind of network that a training trains: where its parameters begin, how it is loaded, which patches it takes, what it
 * minimises, how slices are segmented with it, and which model it becomes.
 */
interface TrainedNetwork {

    /** The parameters to begin with. */
    Parameters first();

    /** Names of the parameters that begin anew, though there is a model to start from. */
    Set<String> fresh();

    /** Names of the parameters that stay as they are. */
    Set<String> frozen();

    /** Descriptions of the model to start from and of the models that it was trained from, nearest first. */
    List<Object> parents();

    /** A network with these parameters, whose arrays collect gradients. */
    TrainableNetwork forTraining(Parameters parameters);

    /** A network with these parameters that only computes. */
    TrainableNetwork forInference(Parameters parameters);

    /** Number of classes that {@link #classifier} tells apart, background included. */
    int classes();

    /**
     * Segments slices.
     *
     * @param network one of this kind, from here
     */
    SliceClassifier classifier(TrainableNetwork network);

    /** What is minimised. */
    Loss loss();

    /** What is learned from, with labels as the {@link #loss} takes them. */
    TrainingData data(TrainingData classes, Annotations annotations);

    /**
     * The patch to begin with.
     *
     * @return width of the input in px
     */
    int patch();

    /**
     * The patch of this width.
     *
     * @param width of the input in px
     */
    PatchShape shape(int width);

    /**
     * The next smaller patch, for less memory.
     *
     * @return width in px; not below the given one if there is none
     */
    int smaller(int width);

    /** The network in words. */
    PlannedNetwork planned();

    /**
     * Reads a model of this kind.
     *
     * @throws io.github.unetfiji.UNetException if it is none
     */
    TrainedModel read(Path file);

    /** How images are prepared, fitted to those of the training, and the model that the network becomes. */
    ModelForm form(TrainingInput input, Progress progress);
}
