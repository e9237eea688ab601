package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.command.Confirmable;
import io.github.unetfiji.command.Confirmable.Answer;
import io.github.unetfiji.command.Confirmable.Question;
import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JOptionPane;
import org.scijava.module.Module;

/** Asks the question of a {@link Confirmable} command after OK. */
final class ConfirmationDialog {

    private static final String CANCEL = "Cancel";
    private static final int WIDTH = 380;

    private final Module module;
    private final String title;

    /**
     * @param module any command; one that is not {@link Confirmable} has no question
     * @param title of the window
     */
    ConfirmationDialog(final Module module, final String title) {
        this.module = module;
        this.title = title;
    }

    /**
     * Asks, if there is a question; in Swing's thread.
     *
     * @param texts of the dialog
     * @param owner of the window
     * @return the texts with the answer, empty if the user cancels
     */
    Optional<Map<String, String>> answered(final Map<String, String> texts, final Component owner) {
        final Optional<Question> question =
                module.getDelegateObject() instanceof Confirmable questioning
                        ? questioning.question(texts)
                        : Optional.empty();
        if (question.isEmpty()) {
            return Optional.of(texts);
        }
        return ask(question.get(), owner)
                .map(
                        answer -> {
                            final Map<String, String> answered = new HashMap<>(texts);
                            answered.put(answer.key(), "true");
                            return answered;
                        });
    }

    private Optional<Answer> ask(final Question question, final Component owner) {
        final WrappedText sentence = new WrappedText(null, WIDTH);
        DialogFont.in(sentence);
        sentence.tell(question.sentence());
        final List<String> labels = new ArrayList<>();
        question.answers().forEach(answer -> labels.add(answer.label()));
        labels.add(CANCEL);
        final int chosen =
                JOptionPane.showOptionDialog(
                        owner,
                        sentence,
                        title,
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        labels.toArray(),
                        CANCEL);
        return chosen >= 0 && chosen < question.answers().size()
                ? Optional.of(question.answers().get(chosen))
                : Optional.empty();
    }
}
