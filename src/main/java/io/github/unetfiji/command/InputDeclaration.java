package io.github.unetfiji.command;

import io.github.unetfiji.setting.Range;
import io.github.unetfiji.setting.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.module.ModuleItem;

/**
 * What an input of a command allows, and how dialogs show it: as the setting declares for which the input stands, or else as its
 * annotation says.
 *
 * @param choices the allowed words, empty if every text is allowed
 * @param range the allowed numbers
 * @param shown what dialogs show for a choice, where that is not the choice itself
 * @param proposed the choice that a dialog begins with instead of the default, or empty
 */
public record InputDeclaration(
        List<String> choices, Range range, Map<String, String> shown, String proposed) {

    /** The attribute of a parameter with the choice that a dialog begins with, where that is not the default of a macro. */
    static final String PROPOSED = "proposed";

    /** The attribute of a parameter without a setting: what dialogs show for choices. */
    private static final String WORDS = "words";

    /**
     * The declaration of an input.
     *
     * @param command that has the input; one that is none of this program has no settings
     */
    public static InputDeclaration of(final ModuleItem<?> item, final Object command) {
        final String proposed = Optional.ofNullable(item.get(PROPOSED)).orElse("");
        return setting(item.getName(), command)
                .map(of -> new InputDeclaration(of.choices(), of.range(), of.shown(), proposed))
                .orElseGet(
                        () ->
                                new InputDeclaration(
                                        choices(item), range(item), shown(item), proposed));
    }

    private static Optional<Setting<?>> setting(final String key, final Object command) {
        return command instanceof UNetCommand ours
                ? ours.declared().stream().filter(setting -> setting.key().equals(key)).findFirst()
                : Optional.empty();
    }

    private static List<String> choices(final ModuleItem<?> item) {
        return item.getChoices() == null
                ? List.of()
                : item.getChoices().stream().map(String::valueOf).toList();
    }

    private static Range range(final ModuleItem<?> item) {
        Range range = Range.ALL;
        if (item.getMinimumValue() instanceof Number least) {
            range = range.atLeast(least.doubleValue());
        }
        if (item.getMaximumValue() instanceof Number most) {
            range = range.atMost(most.doubleValue());
        }
        return range;
    }

    /** NB: written as {@code instances=objects;classes=areas}. */
    private static Map<String, String> shown(final ModuleItem<?> item) {
        final Map<String, String> shown = new LinkedHashMap<>();
        if (item.get(WORDS) != null) {
            for (final String pair : item.get(WORDS).split(";")) {
                final int equals = pair.indexOf('=');
                shown.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return shown;
    }
}
