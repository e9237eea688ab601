package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.DialogButton;
import io.github.unetfiji.bridge.input.DialogItem;
import io.github.unetfiji.bridge.input.DialogMessage;
import io.github.unetfiji.bridge.input.InputKind;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/**
 * One item of a dialog on the screen.
 *
 * @param item what it is
 * @param label what stands left of it, perhaps empty
 * @param component its field, message or button
 */
record DialogPart(DialogItem item, JLabel label, JComponent component) {

    static DialogPart of(final CommandInput input, final InputEditor editor) {
        final String tip = DialogHelp.toolTip(input);
        final JLabel label = label(input.label());
        label.setLabelFor(editor.field());
        label.setToolTipText(tip);
        editor.field().setToolTipText(tip);
        if (editor instanceof FlagEditor) {
            label.addMouseListener(
                    new MouseAdapter() {
                        @Override
                        public void mouseClicked(final MouseEvent event) {
                            ((FlagEditor) editor).click();
                        }
                    });
        }
        return new DialogPart(input, label, editor.component());
    }

    static DialogPart of(final DialogMessage message, final WrappedText text) {
        return new DialogPart(message, label(message.label()), text);
    }

    /** A button says itself what it is. */
    static DialogPart of(final DialogButton button, final JComponent component) {
        if (!button.description().isEmpty()) {
            component.setToolTipText(DialogHelp.wrapped(button.description()));
        }
        return new DialogPart(button, label(""), component);
    }

    private static JLabel label(final String text) {
        return new JLabel(text, SwingConstants.TRAILING);
    }

    /** Whether its field is as wide as its row. */
    boolean fillsRow() {
        return !item.isShort();
    }

    /** Whether the component looks odd when it is made wider. */
    boolean keepsWidth() {
        return item instanceof DialogButton
                || (item instanceof CommandInput && ((CommandInput) item).kind() == InputKind.FLAG);
    }
}
