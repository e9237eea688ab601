package io.github.unetfiji.bridge.input;

import java.util.List;
import java.util.stream.Stream;

/**
 * SciJava's widget style of an input: words separated by commas, such as {@code save,group:Network}.
 *
 * @param words the words, without the spaces around them
 */
public record ItemStyle(List<String> words) {

    private static final String GROUP = "group:";
    private static final String AFTER = "after:";

    /** Takes a declared style apart; {@code null} is none. */
    public static ItemStyle of(final String style) {
        return new ItemStyle(
                style == null
                        ? List.of()
                        : Stream.of(style.split(","))
                                .map(String::trim)
                                .filter(word -> !word.isEmpty())
                                .toList());
    }

    /** The keys of inputs to follow: the item stands behind the first of them that the command has, in the section of that one. */
    List<String> after() {
        return words.stream()
                .filter(word -> word.startsWith(AFTER))
                .map(word -> word.substring(AFTER.length()).trim())
                .toList();
    }

    /** The same in another section; an empty name is the top. */
    ItemStyle in(final String group) {
        return new ItemStyle(
                Stream.concat(
                                words.stream().filter(word -> !word.startsWith(GROUP)),
                                Stream.of(GROUP + group))
                        .toList());
    }

    /** Whether a word is one of the style. */
    public boolean has(final String word) {
        return words.contains(word);
    }

    /** The section of the dialog that is named, or an empty text. */
    public String group() {
        return words.stream()
                .filter(word -> word.startsWith(GROUP))
                .map(word -> word.substring(GROUP.length()).trim())
                .findFirst()
                .orElse("");
    }
}
