package io.github.unetfiji.batch;

import io.github.unetfiji.ij.ImageFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The predictions that are evaluated, each with its truth, and facts about them for the reader of a report. To be closed:
 * predictions that a model makes lie in temporary files until then.
 */
public interface EvaluatedImages extends AutoCloseable {

    /** Predictions and truths, at least one pair. */
    List<ImagePair> pairs();

    /** Facts for the reader of a report by their names, such as {@code Truth}: {@code labels.tif}; in order. */
    Map<String, String> facts();

    /** Facts about the model that made the predictions, {@code name: value} a line; empty if the model is not known. */
    default String model() {
        return "";
    }

    @Override
    default void close() {}

    /**
     * Images that are there already.
     *
     * @param pairs at least one
     * @param facts for the reader of a report
     */
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

    /**
     * Image files, which are opened when they are needed. Files of two folders are paired by their names, or else by their
     * order.
     *
     * @param predictions an image file, or a folder of them
     * @param truths as many label images: a file, or a folder of them
     * @throws io.github.unetfiji.UNetException if there are no images, or not as many truths as predictions
     */
    static EvaluatedImages ofFiles(final Path predictions, final Path truths) {
        final List<FilePair> files =
                FilePair.of(
                        new FilePair.Group(
                                "prediction", predictions.toFile(), ImageFiles.list(predictions)),
                        new FilePair.Group("truth", truths.toFile(), ImageFiles.list(truths)));
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Prediction", predictions.toString());
        facts.put("Truth", truths.toString());
        return of(files.stream().map(ImagePair::of).toList(), facts);
    }
}
