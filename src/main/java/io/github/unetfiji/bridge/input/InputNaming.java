package io.github.unetfiji.bridge.input;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a sentence names an input: by its key for the author of a macro, by its label for the user of a dialog. */
public enum InputNaming {
    /** By its key: {@code Option "tile"}. */
    MACRO {
        @Override
        public String of(final CommandInput input) {
            return "Option \"" + input.key() + "\"";
        }

        @Override
        String missing(final CommandInput input) {
            return of(input) + " (" + input.label() + ")";
        }
    },

    /** By its label without the parentheses at its end: {@code "Tile size"}. */
    DIALOG {
        @Override
        public String of(final CommandInput input) {
            return "\"" + input.label().replaceAll("\\s*\\([^)]*\\)$", "") + "\"";
        }

        @Override
        String missing(final CommandInput input) {
            return of(input);
        }
    };

    /** The name of an input, as the subject of a sentence. */
    public abstract String of(CommandInput input);

    /** The same for an input that was not given, whose key a macro's author may not know. */
    abstract String missing(CommandInput input);

    /**
     * Replaces keys by labels in a sentence of the library: {@code rate is 0, but must be above 0.} becomes {@code "Learning rate" is
     * 0, but must be above 0.} A key is recognised at the beginning of a sentence or of a part of it, in quotes, and before an equals
     * sign.
     *
     * @param inputs of the dialog
     */
    public static String inLabels(final String sentence, final List<CommandInput> inputs) {
        String labelled = sentence;
        for (final CommandInput input : inputs) {
            labelled = labelled(labelled, input);
        }
        return labelled;
    }

    private static String labelled(final String sentence, final CommandInput input) {
        final String label = Matcher.quoteReplacement(DIALOG.of(input));
        final String key = Pattern.quote(input.key());
        final String subject =
                sentence.replaceAll("(?<=^|[:;] )" + key + "(?= (is|was|has|needs|must) )", label)
                        .replaceAll("Option \"" + key + "\"", label)
                        .replaceAll("\"" + key + "\"", label);
        final Matcher setting = Pattern.compile("\\b" + key + "=([\\w.-]*\\w)").matcher(subject);
        return setting.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                DIALOG.of(input) + " " + input.word(found.group(1))));
    }
}
