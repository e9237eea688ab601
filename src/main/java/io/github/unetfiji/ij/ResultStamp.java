package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffDecoder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Stamps a result with the identity of its image, model and settings, so that an unfinished run can be continued. The
 * stamp is a property of the image, which ImageJ keeps in TIFF files and shows by Image &gt; Show Info.
 */
public final class ResultStamp {

    private static final String KEY = "unet.result";

    private ResultStamp() {}

    /** Stamps an image. */
    public static void put(final ImagePlus image, final String stamp) {
        image.setProp(KEY, stamp);
    }

    /** Whether a file is there, is a TIFF, and has any stamp. Reads its header only. */
    public static boolean isOn(final Path file) {
        return stamp(file).isPresent();
    }

    /** Whether a file is there, is a TIFF, and has this stamp. Reads its header only. */
    public static boolean isOn(final Path file, final String stamp) {
        return stamp(file).filter(stamp::equals).isPresent();
    }

    private static Optional<String> stamp(final Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        final Path absolute = file.toAbsolutePath();
        try {
            final FileInfo[] info =
                    new TiffDecoder(
                                    absolute.getParent() + File.separator,
                                    absolute.getFileName().toString())
                            .getTiffInfo();
            return info == null || info.length == 0 ? Optional.empty() : stamp(info[0].properties);
        } catch (final IOException | RuntimeException notATiff) {
            return Optional.empty();
        }
    }

    /** NB: keys and values in turn. */
    private static Optional<String> stamp(final String[] properties) {
        if (properties == null) {
            return Optional.empty();
        }
        final List<String> pairs = Arrays.asList(properties);
        final int key = pairs.indexOf(KEY);
        return key >= 0 && key + 1 < pairs.size()
                ? Optional.of(pairs.get(key + 1))
                : Optional.empty();
    }
}
