package io.github.unetfiji.plain;

/** What stands in the dialog of a command: an input, a message or a button. */
sealed interface DialogItem permits CommandInput, DialogMessage, DialogButton {

    /** The name of the command's field. */
    String key();

    /** What the dialog shows beside it or on it. */
    String label();

    ItemStyle style();

    /** Whether two such items fit in one row. */
    boolean isShort();
}
