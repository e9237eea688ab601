package io.github.unetfiji.setting;

import io.github.unetfiji.UNetException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Values of settings. A setting that nobody set has its default. Immutable.
 *
 * <pre>
 * Settings settings = Settings.DEFAULTS.with(PATIENCE, 5).with(DROPOUT, 0.2);
 * int patience = settings.get(PATIENCE);
 * </pre>
 */
public final class Settings {

    /** Nothing is set. */
    public static final Settings DEFAULTS = new Settings(Map.of());

    private final Map<Setting<?>, Object> values;

    private Settings(final Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** The value of a setting. */
    public <T> T get(final Setting<T> setting) {
        return setting.cast(values.getOrDefault(setting, setting.initial()));
    }

    /**
     * The same with one value.
     *
     * @throws UNetException if the setting does not allow it
     */
    public <T> Settings with(final Setting<T> setting, final T value) {
        final Map<Setting<?>, Object> more = new LinkedHashMap<>(values);
        more.put(setting, setting.check(value));
        return new Settings(more);
    }

    /**
     * The same with one value as macros have it, see {@link Setting#plain}.
     *
     * @throws UNetException if the setting does not allow it
     */
    public <T> Settings withPlain(final Setting<T> setting, final Object plain) {
        return with(setting, setting.read(plain));
    }

    /** The same with all values that were set there. */
    public Settings with(final Settings others) {
        final Map<Setting<?>, Object> more = new LinkedHashMap<>(values);
        more.putAll(others.values);
        return new Settings(more);
    }

    /** The values of these settings, with the defaults of those that nobody set; all others have their defaults. */
    public Settings only(final Collection<Setting<?>> settings) {
        final Map<Setting<?>, Object> some = new LinkedHashMap<>();
        settings.forEach(setting -> some.put(setting, get(setting)));
        return new Settings(some);
    }

    /** Calls back with every setting that was set, and its value as macros have it. */
    public void forEach(final BiConsumer<Setting<?>, Object> action) {
        values.keySet().forEach(setting -> action.accept(setting, plain(setting)));
    }

    /** Values as macros have them, by key, in the order of these settings. */
    public Map<String, Object> plain(final Collection<Setting<?>> settings) {
        final Map<String, Object> plain = new LinkedHashMap<>();
        settings.forEach(setting -> plain.put(setting.key(), plain(setting)));
        return plain;
    }

    /** The value of a setting as macros have it. */
    public <T> Object plain(final Setting<T> setting) {
        return setting.plain(get(setting));
    }
}
