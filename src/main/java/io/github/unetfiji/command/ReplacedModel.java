package io.github.unetfiji.command;

import io.github.unetfiji.command.Confirmable.Answer;
import io.github.unetfiji.command.Confirmable.Question;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.training.EarlierTraining;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether a training may replace an existing model file, and makes the question of the dialog about it. */
final class ReplacedModel {

    private static final Answer REPLACE = new Answer("Replace", "overwrite");
    private static final Answer RESUME = new Answer("Resume", "resume");

    private ReplacedModel() {}

    /**
     * Whether the model may be replaced: because the user says so, or trains that very model further.
     *
     * @param start model to go on from
     * @throws io.github.unetfiji.UNetException if there is a model that would be lost; its message tells the user the ways out
     */
    static boolean mayReplace(
            final Path model,
            final Optional<Path> start,
            final boolean overwrite,
            final boolean resume) {
        final boolean further =
                !resume && start.filter(parent -> ImageFiles.isSame(parent, model)).isPresent();
        final boolean replaces = overwrite || further;
        new EarlierTraining(model).checkReplaceable(replaces, resume);
        return replaces;
    }

    /** The question of the dialog before a model is replaced; empty if there is none, or if the user has decided it in the dialog already. */
    static Optional<Question> question(final Map<String, String> texts) {
        final EarlierTraining earlier = new EarlierTraining(Path.of(texts.get("model")));
        final String start = texts.getOrDefault("start", "");
        if (!earlier.hasModel()
                || Boolean.parseBoolean(texts.get("overwrite"))
                || Boolean.parseBoolean(texts.get("resume"))
                || (!start.isEmpty() && ImageFiles.isSame(Path.of(start), earlier.model()))) {
            return Optional.empty();
        }
        final String name = earlier.model().getFileName().toString();
        return Optional.of(
                earlier.hasState()
                        ? new Question(
                                "The training of "
                                        + name
                                        + " was interrupted. Resume goes on with it; Replace begins"
                                        + " anew, and the model that was reached is lost.",
                                List.of(RESUME, REPLACE))
                        : new Question(
                                "The file "
                                        + name
                                        + " exists already. Replace it by the new model?",
                                List.of(REPLACE)));
    }
}
