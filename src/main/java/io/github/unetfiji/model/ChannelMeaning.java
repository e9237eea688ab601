package io.github.unetfiji.model;

import java.util.OptionalInt;

/**
 * What the channels of a model's result mean, so that classes and objects can be made of them. Indices count the channels of
 * all outputs, one output after the other.
 *
 * @param kind what they are together
 * @param background the channel that says that there is nothing; empty if there is none
 * @param foreground the channel that says that there is an object; empty if there is none
 * @param boundary the channel that says that two objects meet; empty if there is none
 * @param reason why they are no probabilities, one sentence; empty if they are
 */
public record ChannelMeaning(
        Kind kind,
        OptionalInt background,
        OptionalInt foreground,
        OptionalInt boundary,
        String reason) {

    /** What channels can be together. */
    public enum Kind {
        /** Probabilities of classes that exclude each other and sum to 1. */
        CLASSES,
        /** One probability of an object, perhaps with one of its boundary. */
        FOREGROUND,
        /** Probabilities that do not depend on each other. */
        INDEPENDENT,
        /** Other values, such as those of an image: of them no classes are made. */
        IMAGE
    }
}
