package io.github.unetfiji.optimize;

/** How the learning rate changes while a network is trained; see {@link LearningRate}. */
public enum Schedule {
    /** It stays as it is. */
    NONE,
    /** It falls to 0 along half a cosine wave. */
    COSINE,
    /** It is halved whenever the validation loss has not improved for some validations. */
    PLATEAU
}
