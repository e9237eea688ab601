package io.github.unetfiji.bioimageio;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields that name files: a path, or a map of {@code source} and {@code sha256}. */
final class FileField {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private FileField() {}

    /**
     * A file that is needed, so it must be in the package.
     *
     * @throws io.github.unetfiji.UNetException if it is missing, or none of the package
     */
    static PackageFile needed(final Field field, final PackageFiles files) {
        final Field source = source(field);
        if (PackagePath.isAddress(source.text())) {
            throw source.failure(
                    "is an address on the web, from which nothing is loaded: download the model with all of its files, as a zip");
        }
        final String path = path(source);
        if (!files.names().contains(path)) {
            throw source.failure("names the file " + path + ", which the package does not have");
        }
        return new PackageFile(path, checksum(field));
    }

    /** A file for people: empty if it is not in the package, such as an address on the web. */
    static Optional<PackageFile> offered(final Field field, final PackageFiles files) {
        final Field source = source(field);
        if (PackagePath.isAddress(source.text())) {
            return Optional.empty();
        }
        return Optional.of(new PackageFile(path(source), checksum(field)))
                .filter(file -> files.names().contains(file.path()));
    }

    private static Field source(final Field field) {
        return field.isMap() ? field.at("source") : field;
    }

    private static String path(final Field source) {
        return PackagePath.inside(source.text())
                .orElseThrow(() -> source.wrong("a path of a file within the package"));
    }

    private static Optional<String> checksum(final Field field) {
        if (!field.isMap()) {
            return Optional.empty();
        }
        return field.given("sha256")
                .map(
                        checksum -> {
                            if (!SHA256.matcher(checksum.text()).matches()) {
                                throw checksum.wrong("64 hexadecimal digits");
                            }
                            return checksum.text().toLowerCase(Locale.ROOT);
                        });
    }
}
