package io.github.unetfiji.plain;

import java.util.List;
import java.util.stream.Stream;

/**
 * SciJava's widget style of an input: words separated by commas, such as {@code save,group:Network}.
 *
 * @param words the words, without the spaces around them
 */
record ItemStyle(List<String> words) {

    private static final String GROUP = "group:";

    /** Takes a declared style apart; {@code null} is none. */
    static ItemStyle of(final String style) {
        return new ItemStyle(
                style == null
                        ? List.of()
                        : Stream.of(style.split(","))
                                .map(String::trim)
                                .filter(word -> !word.isEmpty())
                                .toList());
    }

    boolean has(final String word) {
        return words.contains(word);
    }

    /** The section of the dialog that is named, or an empty text. */
    String group() {
        return words.stream()
                .filter(word -> word.startsWith(GROUP))
                .map(word -> word.substring(GROUP.length()).trim())
                .findFirst()
                .orElse("");
    }
}
