package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.StackLayout;
import java.awt.Dimension;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Two files that belong together, such as an image and its labels. */
public record FilePair(Path first, Path second) {

    /**
     * A group of files, and the words for it in messages.
     *
     * @param word for one of the files, such as {@code image}
     * @param place the file, or the folder that holds the files
     * @param files in the order of their names
     */
    public record Group(String word, File place, List<Path> files) {}

    /**
     * Checks, before long work, that an image and its labels belong together.
     *
     * @return width and height of both, px
     * @throws UNetException if their widths, heights or numbers of slices differ
     */
    Dimension checkSameShape() {
        final ImagePlus image = ImageFiles.open(first);
        final String one = shape(image);
        final String other = shape(ImageFiles.open(second));
        if (!one.equals(other)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image %s has %s, but its labels %s have %s.",
                            first,
                            one,
                            second,
                            other));
        }
        return new Dimension(image.getWidth(), image.getHeight());
    }

    private static String shape(final ImagePlus image) {
        return String.format(
                Locale.ROOT,
                "%dx%d px in %d slice(s)",
                image.getWidth(),
                image.getHeight(),
                StackLayout.of(image).slices());
    }

    /**
     * Pairs the files of two groups: by their names without ending, in any case, if all files have a partner;
     * otherwise in the order of their names.
     *
     * @throws UNetException if one has more files than the other
     */
    public static List<FilePair> of(final Group first, final Group second) {
        final int number = first.files().size();
        if (number != second.files().size()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "There are %d %s file(s) in %s, but %d %s file(s) in %s.",
                            number,
                            first.word(),
                            first.place(),
                            second.files().size(),
                            second.word(),
                            second.place()));
        }
        final Map<String, Path> named = byName(second.files());
        final boolean partners =
                named.size() == number && byName(first.files()).keySet().equals(named.keySet());
        return IntStream.range(0, number)
                .mapToObj(
                        i -> {
                            final Path file = first.files().get(i);
                            return new FilePair(
                                    file, partners ? named.get(name(file)) : second.files().get(i));
                        })
                .toList();
    }

    private static Map<String, Path> byName(final List<Path> files) {
        final Map<String, Path> named = new HashMap<>();
        files.forEach(file -> named.put(name(file), file));
        return named;
    }

    private static String name(final Path file) {
        return ImageFiles.baseName(file).toLowerCase(Locale.ROOT);
    }
}
