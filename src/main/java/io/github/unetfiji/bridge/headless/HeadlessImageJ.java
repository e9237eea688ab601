package io.github.unetfiji.bridge.headless;

import ij.Menus;
import io.github.unetfiji.UNetException;
import java.util.Hashtable;
import net.imagej.patcher.LegacyEnvironment;

/**
 * Makes the ImageJ of this JVM run without a display, with our commands in its command table.
 *
 * <p>NB: ImageJ's classes are rewritten as they load, so nothing may have touched one before {@link #start}; a method of this
 * class that mentions them must not be called earlier either.
 */
public final class HeadlessImageJ {

    /**
     * Patches and starts ImageJ.
     *
     * @throws UNetException if the JVM does not allow it; says which option does
     */
    public void start() {
        try {
            final LegacyEnvironment imagej =
                    new LegacyEnvironment(getClass().getClassLoader(), true);
            imagej.disableInitializer();
            imagej.disableIJ1PluginDirs();
            imagej.noPluginClassLoader();
            imagej.suppressIJ1ScriptDiscovery();
            imagej.newImageJ1(true);
        } catch (final ClassNotFoundException | RuntimeException e) {
            throw new UNetException(
                    "ImageJ cannot be made to run without a display; start Java with --add-opens=java.base/java.lang=ALL-UNNAMED.",
                    e);
        }
        register();
    }

    private void register() {
        @SuppressWarnings("unchecked") // NB: ImageJ declares the raw type; it holds texts only.
        final Hashtable<String, String> commands = Menus.getCommands();
        PluginsConfig.on(getClass().getClassLoader()).forEach(commands::put);
    }
}
