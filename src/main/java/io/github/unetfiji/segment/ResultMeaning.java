package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.OptionalInt;

/** What the channels of a model's result mean: how classes and objects are made of them. */
interface ResultMeaning {

    /** Names of the channels. */
    List<String> channels();

    /** The channel that is 1 where nothing is; empty where all are 0 there. */
    OptionalInt background();

    /**
     * Names of the classes, background first.
     *
     * @throws UNetException if the result has no classes; says why
     */
    List<String> classes();

    /**
     * How the class of a pixel is decided.
     *
     * @throws UNetException if the result has no classes; says why
     */
    ClassRule decision(SegmentationOptions options);

    /**
     * How objects are found.
     *
     * @param settings of the options
     * @throws UNetException if the result has no objects; says why
     */
    ObjectRule objects(SegmentationOptions options, InstanceSettings settings);
}
