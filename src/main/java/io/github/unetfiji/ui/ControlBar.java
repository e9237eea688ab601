package io.github.unetfiji.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** The line that says how the training stands, its progress, and the buttons. */
final class ControlBar extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JLabel sentence = new JLabel();
    private final JProgressBar progress = new JProgressBar();
    private final JButton stop = new JButton("Stop and keep the best");
    private final JButton cancel = new JButton("Cancel");

    ControlBar(final Runnable onStop, final Runnable onCancel, final Runnable onSave) {
        super(new BorderLayout(8, 6));
        final JButton save = new JButton("Save figures...");
        stop.addActionListener(event -> onStop.run());
        cancel.addActionListener(event -> onCancel.run());
        save.addActionListener(event -> onSave.run());
        stop.setToolTipText("Ends the training early and finishes its best model.");
        cancel.setToolTipText(
                "Ends the training now. What it has reached is saved, and it can be resumed.");
        save.setToolTipText("Saves the curves, the history and the slice as files.");
        final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
        buttons.add(save);
        buttons.add(cancel);
        buttons.add(stop);
        add(sentence, BorderLayout.NORTH);
        add(progress, BorderLayout.CENTER);
        add(buttons, BorderLayout.EAST);
    }

    void show(final MonitorState state, final MonitorPhase phase) {
        sentence.setText(phase.sentence(state));
        sentence.setToolTipText(sentence.getText());
        stop.setText(phase.stopText());
        stop.setEnabled(phase.mayStop());
        cancel.setEnabled(phase.mayCancel());
        final boolean working = state.iteration() == 0 && !state.isEnded();
        progress.setIndeterminate(working);
        if (state.plan() != null) {
            progress.setMaximum(state.plan().iterations());
            progress.setValue(state.iteration());
        }
    }
}
