package io.github.unetfiji.bioimageio;

import java.util.Optional;

/**
 * A file that a description names.
 *
 * @param path within the package, with {@code /}
 * @param sha256 checksum, 64 hexadecimal digits; empty if the description has none
 */
public record PackageFile(String path, Optional<String> sha256) {}
