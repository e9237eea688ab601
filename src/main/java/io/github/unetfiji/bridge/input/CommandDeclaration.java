package io.github.unetfiji.bridge.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** Reads what a command declares with {@code @Parameter}, and puts it in the order in which its dialog shows it. */
final class CommandDeclaration {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*");

    private CommandDeclaration() {}

    /**
     * The items of a command's dialog: those without a section first, then section by section. An item whose style says {@code
     * after:key} follows the item of that key.
     *
     * @param module a fresh command, whose values are the defaults
     */
    static List<DialogItem> items(final Module module) {
        final List<DialogItem> items = new ArrayList<>();
        for (final ModuleItem<?> item : ownFirst(module.getInfo().inputs())) {
            if (isForUsers(item)) {
                items.add(dialogItem(item, module));
            }
        }
        return ordered(items, groups(module.getInfo().inputs()));
    }

    /**
     * Sorts items by section.
     *
     * @param items in the order declared, those of a subclass before those that it inherits
     * @param groups names of the sections, in their order
     */
    private static List<DialogItem> ordered(
            final List<DialogItem> items, final List<String> groups) {
        final List<DialogItem> ordered = new ArrayList<>(items);
        items.forEach(item -> place(item, ordered));
        // NB: the sort is stable.
        ordered.sort(
                Comparator.comparingInt(
                        item ->
                                item.style().group().isEmpty()
                                        ? -1
                                        : groups.indexOf(item.style().group())));
        return ordered;
    }

    private static void place(final DialogItem item, final List<DialogItem> ordered) {
        final Optional<DialogItem> before =
                item.style().after().stream()
                        .flatMap(key -> ordered.stream().filter(other -> other.key().equals(key)))
                        .findFirst();
        if (before.isPresent()) {
            ordered.remove(item);
            ordered.add(ordered.indexOf(before.get()) + 1, item.in(before.get().style().group()));
        }
    }

    /** The sections in the order in which superclasses, then subclasses declare them. NB: so a command that adds an input to an
     * inherited section does not move that section. */
    private static List<String> groups(final Iterable<ModuleItem<?>> items) {
        final List<String> groups = new ArrayList<>();
        items.forEach(item -> groups.add(ItemStyle.of(item.getWidgetStyle()).group()));
        return groups.stream().distinct().toList();
    }

    private static DialogItem dialogItem(final ModuleItem<?> item, final Module command) {
        final ItemStyle style = ItemStyle.of(item.getWidgetStyle());
        if (item.getVisibility() == ItemVisibility.MESSAGE) {
            return new DialogItem.Message(item.getName(), textOf(item.getLabel()), style);
        }
        if (org.scijava.widget.Button.class.isAssignableFrom(item.getType())) {
            final String label = textOf(item.getLabel());
            return new DialogItem.Button(
                    item.getName(),
                    label.isEmpty() ? item.getName() : label,
                    textOf(item.getDescription()),
                    style);
        }
        return CommandInput.of(item, command);
    }

    private static String textOf(final String declared) {
        return declared == null ? "" : declared;
    }

    /** Puts the inputs that a class declares itself before those that it inherits, as they are the ones that it works on. NB: SciJava has
     * them the other way round. */
    private static List<ModuleItem<?>> ownFirst(final Iterable<ModuleItem<?>> items) {
        final Map<Class<?>, List<ModuleItem<?>>> byClass = new LinkedHashMap<>();
        items.forEach(
                item ->
                        byClass.computeIfAbsent(declaringClass(item), type -> new ArrayList<>())
                                .add(item));
        final List<List<ModuleItem<?>>> groups = new ArrayList<>(byClass.values());
        Collections.reverse(groups);
        return groups.stream().flatMap(List::stream).toList();
    }

    private static Class<?> declaringClass(final ModuleItem<?> item) {
        return item instanceof CommandModuleItem
                ? ((CommandModuleItem<?>) item).getField().getDeclaringClass()
                : Object.class;
    }

    private static boolean isForUsers(final ModuleItem<?> item) {
        return item.getVisibility() != ItemVisibility.INVISIBLE
                && !Service.class.isAssignableFrom(item.getType())
                && !Context.class.isAssignableFrom(item.getType());
    }

    /**
     * Checks that all keys are lower-case words and none is the end of another.
     *
     * @throws IllegalStateException for the first that breaks a rule: an error of the command, not of the user
     */
    static void checkKeys(final List<String> keys) {
        for (final String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalStateException(
                        "The macro key \"" + key + "\" is not one lower-case word.");
            }
            for (final String other : keys) {
                if (!other.equals(key) && other.endsWith(key)) {
                    throw new IllegalStateException(
                            "The macro key \""
                                    + key
                                    + "\" is the end of the key \""
                                    + other
                                    + "\".");
                }
            }
        }
    }
}
