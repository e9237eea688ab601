package io.github.unetfiji.bridge.input;

/** An item of the dialog of a command: an input, a message or a button. */
public sealed interface DialogItem permits CommandInput, DialogItem.Message, DialogItem.Button {

    /** The name of the command's field. */
    String key();

    /** The text beside it or on it. */
    String label();

    /** The words of its widget style, such as its section. */
    ItemStyle style();

    /** The same in another section of the dialog. */
    DialogItem in(String group);

    /** Whether two such items fit in one row. */
    boolean isShort();

    /**
     * A text that a command shows in its dialog; no macro key.
     *
     * @param key the name of the command's field, whose value is the text
     * @param label the text beside it, or empty
     * @param style may name a section
     */
    record Message(String key, String label, ItemStyle style) implements DialogItem {

        @Override
        public Message in(final String group) {
            return new Message(key, label, style.in(group));
        }

        @Override
        public boolean isShort() {
            return false;
        }
    }

    /**
     * A button in the dialog that calls the callback of the command's field; no macro key.
     *
     * @param key the name of the command's field
     * @param label the text on it
     * @param description one sentence, or empty
     * @param style may name a section
     */
    record Button(String key, String label, String description, ItemStyle style)
            implements DialogItem {

        @Override
        public Button in(final String group) {
            return new Button(key, label, description, style.in(group));
        }

        @Override
        public boolean isShort() {
            return true;
        }
    }
}
