package io.github.unetfiji.bridge.input;

/** What stands in the dialog of a command: an input, a message or a button. */
public sealed interface DialogItem permits CommandInput, DialogMessage, DialogButton {

    /** The name of the command's field. */
    String key();

    /** What the dialog shows beside it or on it. */
    String label();

    ItemStyle style();

    /** The same in another section of the dialog. */
    DialogItem in(String group);

    /** Whether two such items fit in one row. */
    boolean isShort();
}
