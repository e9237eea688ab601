package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.YamlMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The files of an earlier training in the place of a new model. A model file is replaced only if the user says so.
 *
 * @param model the file
 */
public record EarlierTraining(Path model) {

    /** Whether there is a model, or another file. */
    public boolean hasModel() {
        return Files.exists(model);
    }

    /** Whether there is the state of a training that was interrupted. */
    public boolean hasState() {
        return Files.exists(RunFiles.state(model));
    }

    /**
     * Checks that a training may write the model file.
     *
     * @param overwrite whether the user lets the model be replaced, or trains that very model further
     * @param resume whether the training goes on from the state, or keeps the model if it is finished
     * @throws UNetException if there is a file that would be lost; says what to do
     */
    public void checkReplaceable(final boolean overwrite, final boolean resume) {
        if (overwrite || resume || !hasModel()) {
            return;
        }
        throw new UNetException(
                hasState()
                        ? "The training of the model "
                                + model
                                + " was interrupted: go on with it by \"resume\", begin anew by \"overwrite\","
                                + " or name another file."
                        : "The model file "
                                + model
                                + " exists already: replace it by \"overwrite\", keep it by \"resume\" if it is"
                                + " the result of this very training, train it further by \"start\", or"
                                + " name another file.");
    }

    /**
     * The finished model.
     *
     * @param identity of the training that asks for it
     * @param reader of a model of the kind that is trained
     * @throws UNetException if the file is no such model; says what differs, and what to do
     */
    TrainedModel finished(
            final Map<String, Object> identity, final Function<Path, TrainedModel> reader) {
        final TrainedModel trained = reader.apply(model);
        if (!(trained.provenance().get(Provenance.IDENTITY) instanceof String then)) {
            throw new UNetException(
                    "The model file "
                            + model
                            + " does not tell whether it is the result of this very training: replace"
                            + " it by \"overwrite\", or name another file.");
        }
        final List<String> differences =
                TrainingIdentity.differences(
                        YamlMap.parse(then.getBytes(StandardCharsets.UTF_8), Provenance.IDENTITY)
                                .map(),
                        identity);
        if (!differences.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model %s is the result of another training: %s; replace it by"
                                    + " \"overwrite\", or name another file.",
                            model,
                            String.join("; ", differences)));
        }
        if (!Boolean.TRUE.equals(trained.provenance().get(Provenance.COMPLETE))) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The training of the model %s did not end, and its state %s is gone: begin"
                                    + " anew by \"overwrite\", train it further by \"start\", or name another"
                                    + " file.",
                            model,
                            RunFiles.state(model)));
        }
        return trained;
    }
}
