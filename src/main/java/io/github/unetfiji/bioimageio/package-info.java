/**
 * BioImage.IO packages as data: the files of a package, and what its description says of inputs, outputs, operations and
 * weights, for the formats 0.4 and 0.5. Nothing of a package is trusted and nothing is run; a wrong value is one sentence
 * that names the field. Start from {@link io.github.unetfiji.bioimageio.PackageDescription}.
 *
 * <pre>
 * try (PackageFiles files = PackageFiles.open(Path.of("affable-shark.zip"))) {
 *     PackageDescription model = DescriptionReader.read(files);
 *     model.input().axes();      // batch, channel, y, x
 * }
 * </pre>
 *
 * @see <a href="https://github.com/bioimage-io/spec-bioimage-io">the specification</a>
 */
package io.github.unetfiji.bioimageio;
