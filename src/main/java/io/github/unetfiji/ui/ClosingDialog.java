package io.github.unetfiji.ui;

import java.awt.Component;
import javax.swing.JOptionPane;

/** Asks what to do with a running training when the user closes its window or presses Cancel. */
final class ClosingDialog {

    /** The user's choice. */
    enum Choice {
        STOP("Stop and keep the best"),
        CANCEL("Cancel the training"),
        HIDE("Hide the window"),
        GO_ON("Go on");

        private final String label;

        Choice(final String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private ClosingDialog() {}

    /** Asks what to do when the window is closed. Closing the question, too, means to go on. */
    static Choice ask(final Component parent) {
        final int answer =
                JOptionPane.showOptionDialog(
                        parent,
                        "The training is still running. A hidden window does not come back, but"
                                + " the training goes on.",
                        "U-Net Train",
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.QUESTION_MESSAGE,
                        null,
                        Choice.values(),
                        Choice.GO_ON);
        return answer < 0 ? Choice.GO_ON : Choice.values()[answer];
    }

    /** Asks whether to end the training now, unfinished. */
    static boolean confirmCancel(final Component parent) {
        final Object[] options = {"Cancel the training", "Go on"};
        return JOptionPane.showOptionDialog(
                        parent,
                        "Cancel the training?\nWhat it has reached stays in its files, and the same training"
                                + "\nwith 'Resume an interrupted training' goes on from there.",
                        "U-Net Train",
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.QUESTION_MESSAGE,
                        null,
                        options,
                        options[1])
                == 0;
    }
}
