package io.github.unetfiji.bridge.input;

/**
 * A button in the dialog that calls the callback of the command's field; no macro key.
 *
 * @param key the name of the command's field
 * @param label what stands on it
 * @param description one sentence, or empty
 * @param style may name a section
 */
public record DialogButton(String key, String label, String description, ItemStyle style)
        implements DialogItem {

    @Override
    public DialogButton in(final String group) {
        return new DialogButton(key, label, description, style.in(group));
    }

    @Override
    public boolean isShort() {
        return true;
    }
}
