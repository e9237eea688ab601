package io.github.unetfiji.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the engine, in this one place: it opens no connection, and loads its libraries from a folder of the user's own. */
public final class EngineStart {

    private static final String NAME = "PyTorch";

    /** NB: DJL asks the cloud's metadata address who runs it, and tells its makers, unless this is set. */
    private static final String NO_TRACKING = "OPT_OUT_TRACKING";

    /** NB: DJL downloads libraries that are not installed, unless this is set. */
    private static final String OFFLINE = "ai.djl.offline";

    private EngineStart() {}

    /**
     * The engine, loaded on first use.
     *
     * @throws UNetException if it cannot be loaded
     */
    static synchronized Engine engine() {
        System.setProperty(NO_TRACKING, "true");
        EngineEnvironment.prepare();
        final Path cache = EngineCache.prepare();
        final String before = System.setProperty(OFFLINE, "true");
        try {
            return Engine.getEngine(NAME);
        } catch (final EngineException | IllegalStateException | LinkageError e) {
            throw unloadable(e, cache);
        } finally {
            // NB: other plugins may download models.
            restore(before);
        }
    }

    /**
     * The version of libtorch, such as {@code 2.7.1}.
     *
     * @throws UNetException if it cannot be loaded
     */
    public static String version() {
        return engine().getVersion();
    }

    /** The version of DJL, by which Java calls libtorch, such as {@code 0.35.1}. */
    public static String djlVersion() {
        return Engine.getDjlVersion();
    }

    private static void restore(final String before) {
        if (before == null) {
            System.clearProperty(OFFLINE);
        } else {
            System.setProperty(OFFLINE, before);
        }
    }

    private static UNetException unloadable(final Throwable failure, final Path cache) {
        final Optional<Throwable> unpacking =
                causes(failure).filter(EngineStart::isOfFiles).findFirst();
        if (unpacking.isPresent()) {
            return EngineCache.unwritable(cache, InstallationCheck.reason(unpacking.get()));
        }
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "The engine libtorch cannot be loaded on %s %s (%s): are the jars"
                                + " pytorch-native-cpu and pytorch-jni for this system installed?",
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        causes(failure).anyMatch(EngineStart::isDownload)
                                ? "its libraries are missing"
                                : InstallationCheck.reason(last(failure))),
                failure);
    }

    private static Throwable last(final Throwable failure) {
        return causes(failure).reduce(failure, (first, second) -> second);
    }

    private static Stream<Throwable> causes(final Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** NB: a full disk is a plain IOException of "No space left on device". */
    private static boolean isOfFiles(final Throwable cause) {
        return cause instanceof IOException && !isDownload(cause);
    }

    /** NB: what DJL says when it would download, see {@link #OFFLINE}. */
    private static boolean isDownload(final Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).startsWith("Offline mode");
    }
}
