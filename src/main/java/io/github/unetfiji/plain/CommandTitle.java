package io.github.unetfiji.plain;

/** What windows and messages call a command. */
final class CommandTitle {

    private CommandTitle() {}

    /** The label in the menu without the dots at its end, which announce a dialog. */
    static String of(final String label) {
        return label.replaceAll("\\.+$", "");
    }
}
