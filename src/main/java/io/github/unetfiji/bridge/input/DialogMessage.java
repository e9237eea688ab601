package io.github.unetfiji.bridge.input;

/**
 * A text that a command shows in its dialog; no macro key.
 *
 * @param key the name of the command's field, whose value is the text
 * @param label what stands beside it, or empty
 * @param style may name a section
 */
public record DialogMessage(String key, String label, ItemStyle style) implements DialogItem {

    @Override
    public DialogMessage in(final String group) {
        return new DialogMessage(key, label, style.in(group));
    }

    @Override
    public boolean isShort() {
        return false;
    }
}
