package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.DialogItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section of a dialog: either the items on top, which are always visible, or a named group that can be folded.
 *
 * @param name of the group; empty for the top
 * @param items at least one, in the order declared
 */
record DialogSection(String name, List<DialogItem> items) {

    /** With more items than this on top, short ones stand two in a row, or the dialog would not fit a laptop's screen. */
    private static final int ONE_COLUMN = 12;

    /** The sections of a dialog: the items on top first, if there are any, then the groups in the order in which they appear. */
    static List<DialogSection> of(final List<DialogItem> items) {
        final Map<String, List<DialogItem>> byName = new LinkedHashMap<>();
        byName.put("", new ArrayList<>());
        items.forEach(
                item ->
                        byName.computeIfAbsent(item.style().group(), name -> new ArrayList<>())
                                .add(item));
        return byName.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new DialogSection(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** Whether these are the items on top, which cannot be folded. */
    boolean isTop() {
        return name.isEmpty();
    }

    boolean holds(final String key) {
        return items.stream().anyMatch(item -> item.key().equals(key));
    }

    /** The items row by row: two short neighbours in one row, every other item in its own. */
    List<List<DialogItem>> rows() {
        final boolean pairs = !isTop() || items.size() > ONE_COLUMN;
        final List<List<DialogItem>> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            final DialogItem item = items.get(i);
            if (pairs && item.isShort() && i + 1 < items.size() && items.get(i + 1).isShort()) {
                rows.add(List.of(item, items.get(++i)));
            } else {
                rows.add(List.of(item));
            }
        }
        return rows;
    }

    /**
     * How many values are not those that the dialog began with.
     *
     * @param initial the texts that it began with
     */
    int changed(final Map<String, String> texts, final Map<String, String> initial) {
        int changed = 0;
        for (final DialogItem item : items) {
            if (item instanceof CommandInput) {
                final CommandInput input = (CommandInput) item;
                final String before = initial.getOrDefault(input.key(), input.proposal());
                final String text = texts.getOrDefault(input.key(), before);
                changed += input.inMacros() && !text.equals(before) ? 1 : 0;
            }
        }
        return changed;
    }

    /** The header of the folded section: {@code Network - 2 changed}. */
    String header(final Map<String, String> texts, final Map<String, String> initial) {
        final int changed = changed(texts, initial);
        return changed == 0 ? name : name + " - " + changed + " changed";
    }
}
