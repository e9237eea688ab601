package io.github.unetfiji.engine;

import ai.djl.engine.Engine;
import io.github.unetfiji.UNetException;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The jars that a second Java needs to run programs: those that the classes of this one came from, whichever loader found them.
 */
final class TrialClassPath {

    /** A class of each jar that has classes; by name, since DJL does without some of them. */
    private static final List<String> CLASSES =
            List.of(
                    UNetException.class.getName(),
                    Engine.class.getName(),
                    "ai.djl.pytorch.engine.PtEngine",
                    "com.sun.jna.Native",
                    "com.google.gson.Gson",
                    "org.slf4j.LoggerFactory",
                    "org.apache.commons.compress.archivers.ArchiveException",
                    "org.apache.commons.io.IOUtils");

    /** Files of the jars that have libtorch, and what Java calls it by. */
    private static final List<String> FILES =
            List.of("native/lib/pytorch.properties", "jnilib/pytorch.properties");

    private TrialClassPath() {}

    /** As {@code java -cp} takes it. */
    static String text() throws IOException {
        final Set<Path> places = new LinkedHashSet<>();
        for (final String name : CLASSES) {
            place(name).map(TrialClassPath::path).ifPresent(places::add);
        }
        for (final String file : FILES) {
            for (final URL url : Collections.list(loader().getResources(file))) {
                places.add(place(url, file));
            }
        }
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static ClassLoader loader() {
        return Engine.class.getClassLoader();
    }

    private static Optional<URL> place(final String name) {
        try {
            final Class<?> type = Class.forName(name, false, TrialClassPath.class.getClassLoader());
            return Optional.of(type.getProtectionDomain().getCodeSource().getLocation());
        } catch (final ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Path place(final URL url, final String file) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return path(jar.getJarFileURL());
        }
        final String whole = url.toString();
        return path(new URL(whole.substring(0, whole.length() - file.length())));
    }

    /** NB: some loaders know jars by addresses that are not escaped: with spaces or brackets they are no URI. */
    static Path path(final URL url) {
        try {
            return Path.of(url.toURI());
        } catch (final URISyntaxException notEscaped) {
            return new File(url.getPath()).toPath();
        }
    }
}
