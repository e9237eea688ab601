package io.github.unetfiji.bridge;

import io.github.unetfiji.command.InputDeclaration;
import io.github.unetfiji.setting.Range;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.InstantiableException;
import org.scijava.Optional;
import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;
import org.scijava.util.NumberUtils;

/**
 * Tells SciJava what the inputs of this program's commands allow, so that its own dialog offers choices and bounds to a script that
 * leaves inputs out. SciJava reads annotations only, but settings are declared in code, see {@link InputDeclaration}.
 *
 * <p>NB: it comes before SciJava's command service, which takes over a {@link CommandInfo} that stands among the plugins as it is.
 * Without it scripts run as well; the commands check their inputs themselves.
 */
@Plugin(type = Service.class, priority = Priority.VERY_HIGH)
public final class DeclaredCommands extends AbstractService implements SciJavaService, Optional {

    private static final String COMMANDS = InputDeclaration.class.getPackageName() + ".";

    @Parameter private PluginService plugins;

    @Override
    public void initialize() {
        for (final PluginInfo<Command> plugin :
                List.copyOf(plugins.getPluginsOfType(Command.class))) {
            if (plugin.getClassName().startsWith(COMMANDS) && !(plugin instanceof CommandInfo)) {
                plugins.getIndex().remove(plugin);
                plugins.getIndex().add(new DeclaredCommand(plugin));
            }
        }
    }

    /** A command whose inputs allow what they declare. */
    private static final class DeclaredCommand extends CommandInfo {

        private final Map<String, CommandModuleItem<?>> inputs = new LinkedHashMap<>();

        DeclaredCommand(final PluginInfo<Command> plugin) {
            super(plugin);
        }

        @Override
        public Iterable<ModuleItem<?>> inputs() {
            return List.copyOf(declared().values());
        }

        @Override
        public CommandModuleItem<?> getInput(final String name) {
            return declared().get(name);
        }

        /** NB: not before somebody asks, for it loads the command's class. */
        private synchronized Map<String, CommandModuleItem<?>> declared() {
            if (inputs.isEmpty()) {
                super.inputs().forEach(item -> inputs.put(item.getName(), declared(item)));
            }
            return inputs;
        }

        private CommandModuleItem<?> declared(final ModuleItem<?> item) {
            final CommandModuleItem<?> annotated = (CommandModuleItem<?>) item;
            try {
                return new DeclaredInput<>(
                        this,
                        annotated.getField(),
                        InputDeclaration.of(annotated, createInstance()));
            } catch (final InstantiableException unusable) {
                return annotated;
            }
        }
    }

    /** An input with the choices and bounds that are declared for it. */
    private static final class DeclaredInput<T> extends CommandModuleItem<T> {

        private final InputDeclaration declared;

        DeclaredInput(
                final CommandInfo command, final Field field, final InputDeclaration declared) {
            super(command, field);
            this.declared = declared;
        }

        @Override
        public T getMinimumValue() {
            final Range range = declared.range();
            final double least = range.above() ? Math.nextUp(range.least()) : range.least();
            return bound(range.orZero() ? Math.min(0, least) : least);
        }

        @Override
        public T getMaximumValue() {
            final Range range = declared.range();
            return bound(range.below() ? Math.nextDown(range.most()) : range.most());
        }

        @SuppressWarnings("unchecked") // NB: an input with choices is a text.
        @Override
        public List<T> getChoices() {
            return declared.choices().isEmpty() ? super.getChoices() : (List<T>) declared.choices();
        }

        @SuppressWarnings("unchecked") // NB: made of the type of the input.
        private T bound(final double end) {
            return Double.isInfinite(end) ? null : (T) NumberUtils.toNumber(end, getType());
        }
    }
}
