package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths within a package. */
final class PackagePath {

    private static final Pattern ABSOLUTE = Pattern.compile("(?s)([/\\\\~]|[A-Za-z]:).*");
    private static final Pattern ADDRESS = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*");

    private PackagePath() {}

    /** Whether a text is an address on the web, such as {@code https://..}. */
    static boolean isAddress(final String text) {
        return ADDRESS.matcher(text).matches();
    }

    /**
     * A path without {@code .} and {@code ..}, with {@code /}.
     *
     * @return empty if it is absolute, leads out of the package, or is none
     */
    static Optional<String> inside(final String path) {
        if (ABSOLUTE.matcher(path).matches() || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        final Deque<String> parts = new ArrayDeque<>();
        for (final String part : path.split("[/\\\\]", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    /**
     * Nothing is unpacked by name, but a package that tries to leave its folder is no good one.
     *
     * @throws UNetException if the path is absolute or has {@code ..}
     */
    static void check(final String name) {
        if (inside(name).isEmpty() || name.matches("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?")) {
            throw new UNetException(
                    "It holds the path '" + Legible.echo(name) + "', which leads out of it.");
        }
    }
}
