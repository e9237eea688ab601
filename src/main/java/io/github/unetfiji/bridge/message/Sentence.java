package io.github.unetfiji.bridge.message;

/** Breaks a sentence into lines, because ImageJ's dialogs do not. */
final class Sentence {

    private Sentence() {}

    /** The words in lines of at most so many letters; a longer word, such as a path, has a line of its own. */
    static String wrap(final String sentence, final int width) {
        final StringBuilder lines = new StringBuilder();
        int used = 0;
        for (final String word : sentence.split(" ")) {
            if (used > 0) {
                final boolean full = used + 1 + word.length() > width;
                lines.append(full ? '\n' : ' ');
                used = full ? 0 : used + 1;
            }
            lines.append(word);
            used += word.length();
        }
        return lines.toString();
    }
}
