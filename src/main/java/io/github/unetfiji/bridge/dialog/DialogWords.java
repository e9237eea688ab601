package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.Wording;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The library's sentences in the words of a dialog, which shows labels where a macro has keys. */
public final class DialogWords {

    private DialogWords() {}

    /**
     * A sentence about inputs: {@code rate is 0, but must be above 0.} becomes {@code "Learning rate" is 0, but must be above 0.}
     * An input is known where a sentence, or a part of it, begins with its key, and where its key is in quotes.
     *
     * @param inputs of the dialog
     */
    public static String of(final String sentence, final List<CommandInput> inputs) {
        String told = sentence;
        for (final CommandInput input : inputs) {
            told = labelled(told, input);
        }
        return told;
    }

    private static String labelled(final String sentence, final CommandInput input) {
        final String label = Matcher.quoteReplacement(Wording.DIALOG.of(input));
        final String key = Pattern.quote(input.key());
        final String subject =
                sentence.replaceAll("(?<=^|[:;] )" + key + "(?= (is|was|has|needs|must) )", label)
                        .replaceAll("Option \"" + key + "\"", label)
                        .replaceAll("\"" + key + "\"", label);
        final Matcher setting = Pattern.compile("\\b" + key + "=([\\w.-]*\\w)").matcher(subject);
        return setting.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                Wording.DIALOG.of(input) + " " + input.word(found.group(1))));
    }
}
