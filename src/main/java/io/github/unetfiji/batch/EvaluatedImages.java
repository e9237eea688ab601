package io.github.unetfiji.batch;

import java.util.List;
import java.util.Map;

/** Predictions with their truths, and what to say of them in a report. To be closed. */
public interface EvaluatedImages extends AutoCloseable {

    /** At least one. */
    List<ImagePair> pairs();

    /** What the reader of a report should know, in order. */
    Map<String, String> facts();

    /** What the model is that made the predictions, a fact a line; empty if nobody knows. */
    default String model() {
        return "";
    }

    @Override
    default void close() {}

    /** Of images that are there already. */
    static EvaluatedImages of(final List<ImagePair> pairs, final Map<String, String> facts) {
        return new EvaluatedImages() {
            @Override
            public List<ImagePair> pairs() {
                return pairs;
            }

            @Override
            public Map<String, String> facts() {
                return facts;
            }
        };
    }
}
