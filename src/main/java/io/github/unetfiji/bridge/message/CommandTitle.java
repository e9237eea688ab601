package io.github.unetfiji.bridge.message;

/** What windows and messages call a command. */
public final class CommandTitle {

    private CommandTitle() {}

    /** The label in the menu without the dots at its end, which announce a dialog. */
    public static String of(final String label) {
        return label.replaceAll("\\.+$", "");
    }
}
