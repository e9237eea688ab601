package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFile;
import io.github.unetfiji.bioimageio.PackageFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package says of itself, whichever program wrote it, read without running anything of it.
 *
 * @param description as read and checked
 * @param files paths of all files in the package
 * @param documentation the text for people; empty if there is none
 * @param covers bytes of the pictures, as they lie in the package
 */
public record PackageFacts(
        PackageDescription description,
        List<String> files,
        String documentation,
        List<byte[]> covers) {

    private static final long LARGEST_TEXT = 1L << 20;
    private static final long LARGEST_COVER = 16L << 20;
    private static final int MOST_COVERS = 4;

    /**
     * Reads the facts.
     *
     * @param path of a zip or a folder
     * @throws UNetException if the description cannot be used; one sentence that names the file and the field
     */
    public static PackageFacts read(final Path path) {
        return OpenedPackage.read(
                path,
                files -> {
                    final PackageDescription description = DescriptionReader.read(files);
                    return new PackageFacts(
                            description,
                            files.names(),
                            documentation(files, description),
                            covers(files, description));
                });
    }

    /** How a package of another program was trained further by this one; empty if it was not. */
    public Map<String, Object> provenance() {
        return FineTunedDescription.provenance(description);
    }

    /** Whether a package was written by another program; not so if that cannot be known. */
    public static boolean isOfOthers(final Path path) {
        try (PackageFiles files = PackageFiles.open(path)) {
            return !ModelPackage.isOurs(DescriptionReader.plain(files));
        } catch (final IOException | UNetException damaged) {
            return false;
        }
    }

    /** NB: a text or picture that is missing, damaged or too large is no reason to refuse a model. */
    private static String documentation(
            final PackageFiles files, final PackageDescription description) throws IOException {
        final Optional<PackageFile> file = description.documentation();
        return file.isEmpty()
                ? ""
                : optional(files, file.get(), LARGEST_TEXT)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
    }

    private static List<byte[]> covers(
            final PackageFiles files, final PackageDescription description) throws IOException {
        final List<byte[]> covers = new ArrayList<>();
        for (final PackageFile cover : description.covers()) {
            if (covers.size() < MOST_COVERS) {
                optional(files, cover, LARGEST_COVER).ifPresent(covers::add);
            }
        }
        return covers;
    }

    private static Optional<byte[]> optional(
            final PackageFiles files, final PackageFile file, final long largest)
            throws IOException {
        try {
            return Optional.of(file.read(files, largest));
        } catch (final UNetException unusable) {
            return Optional.empty();
        }
    }
}
