package io.github.unetfiji.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that may ask the user for confirmation after OK, because something would be lost. Macros and scripts are not asked: there
 * the command refuses, unless the key that an answer sets is given.
 */
public interface Confirmable {

    /**
     * The question.
     *
     * @param texts of the dialog by key, one for every input; all can be used
     * @return empty if nothing would be lost; called in Swing's thread
     */
    Optional<Question> question(Map<String, String> texts);

    /**
     * A question. Cancel is always offered, too, and is what the Enter key chooses.
     *
     * @param sentence for people
     * @param answers in the order of their buttons
     */
    record Question(String sentence, List<Answer> answers) {

        public Question {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer.
     *
     * @param label of its button
     * @param key the switch that it turns on
     */
    record Answer(String label, String key) {}
}
