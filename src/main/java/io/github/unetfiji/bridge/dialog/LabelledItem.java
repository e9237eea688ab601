package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.DialogItem;
import io.github.unetfiji.bridge.input.InputKind;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/**
 * An item of a dialog as Swing components.
 *
 * @param item as declared
 * @param label stands left of the component; may be empty
 * @param component its field, message or button
 */
record LabelledItem(DialogItem item, JLabel label, JComponent component) {

    static LabelledItem of(final CommandInput input, final InputEditor editor) {
        final String tip = DialogHelp.toolTip(input);
        final JLabel label = label(input.label());
        label.setLabelFor(editor.field());
        label.setToolTipText(tip);
        editor.field().setToolTipText(tip);
        label.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(final MouseEvent event) {
                        editor.labelClicked();
                    }
                });
        return new LabelledItem(input, label, editor.component());
    }

    static LabelledItem of(final DialogItem.Message message, final WrappedText text) {
        return new LabelledItem(message, label(message.label()), text);
    }

    /** A button has its text on itself, so its label is empty. */
    static LabelledItem of(final DialogItem.Button button, final JComponent component) {
        if (!button.description().isEmpty()) {
            component.setToolTipText(DialogHelp.wrapped(button.description()));
        }
        return new LabelledItem(button, label(""), component);
    }

    private static JLabel label(final String text) {
        return new JLabel(text, SwingConstants.TRAILING);
    }

    /** Keeps the label beside the field where something stands below the field. */
    void raiseLabel(final int heightBelow) {
        label.setBorder(BorderFactory.createEmptyBorder(0, 0, heightBelow, 0));
    }

    /** Whether its field is as wide as its row. */
    boolean fillsRow() {
        return !item.isShort();
    }

    /** Whether the component looks odd when it is made wider. */
    boolean keepsWidth() {
        return item instanceof DialogItem.Button
                || (item instanceof CommandInput && ((CommandInput) item).kind() == InputKind.FLAG);
    }
}
