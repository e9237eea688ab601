package io.github.unetfiji.bridge.headless;

import io.github.unetfiji.UNetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that {@code plugins.config} files list: label to {@code class("argument")}, as ImageJ's command table holds them.
 *
 * <p>NB: plain ImageJ reads these files only from jars in its plugins folder; the runner has folders of classes, too.
 */
public final class PluginsConfig {

    private static final Pattern ENTRY = Pattern.compile("(?!#)[^\"]*\"([^\"]+)\"\\s*,\\s*(\\S.*)");

    private PluginsConfig() {}

    /** The commands of all files of that name that a class loader finds; the first of a label counts. */
    static Map<String, String> on(final ClassLoader loader) {
        final Map<String, String> commands = new LinkedHashMap<>();
        try {
            for (final URL url : Collections.list(loader.getResources("plugins.config"))) {
                read(url).forEach(commands::putIfAbsent);
            }
        } catch (final IOException e) {
            throw new UNetException(
                    "The lists of commands (plugins.config) cannot be read: "
                            + e.getMessage()
                            + ".",
                    e);
        }
        return commands;
    }

    /** The commands of one file. */
    public static Map<String, String> read(final URL url) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
            final Map<String, String> commands = new LinkedHashMap<>();
            lines.lines()
                    .map(String::trim)
                    .map(ENTRY::matcher)
                    .filter(Matcher::matches)
                    .forEach(entry -> commands.put(entry.group(1), entry.group(2).trim()));
            return commands;
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
