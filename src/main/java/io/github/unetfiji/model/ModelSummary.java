package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.stack.PixelSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads of a model file what it wants and gives, from its description alone. */
final class ModelSummary {

    private ModelSummary() {}

    /**
     * Describes a model in one line.
     *
     * @param path of a zip or a folder
     * @return empty if it has no description, and so is no model
     */
    static Optional<ShelfEntry> read(final Path path) {
        try (PackageFiles files = PackageFiles.open(path)) {
            return DescriptionReader.isIn(files)
                    ? Optional.of(read(path, files))
                    : Optional.empty();
        } catch (final ZipException e) {
            return Optional.of(ShelfEntry.refused(path, "It is no complete zip file."));
        } catch (final IOException e) {
            return Optional.of(
                    ShelfEntry.refused(path, "It cannot be read: " + AtomicFile.reason(e) + "."));
        } catch (final UNetException e) {
            return Optional.of(ShelfEntry.refused(path, e.getMessage()));
        } catch (final RuntimeException e) {
            // NB: an error of this program in one of them must not hide all others.
            return Optional.of(ShelfEntry.refused(path, "It cannot be described: " + e + "."));
        }
    }

    private static ShelfEntry read(final Path path, final PackageFiles files) throws IOException {
        final YamlMap rdf = DescriptionReader.plain(files);
        return ModelPackage.isOurs(rdf)
                ? ours(path, rdf)
                : foreign(path, DescriptionReader.read(files));
    }

    private static ShelfEntry ours(final Path path, final YamlMap rdf) {
        final YamlMap ours = rdf.at("config").at("unetfiji");
        return new ShelfEntry(
                path,
                ours.text("name"),
                wants(ours.at("architecture").integer("channels"), PixelSizeReader.read(rdf)),
                Legible.list(ours.list("classes")),
                Optional.empty());
    }

    private static String wants(final int channels, final Optional<PixelSize> pixels) {
        return joined(List.of(Optional.of(channels(channels)), pixels.map(ModelSummary::pixels)));
    }

    private static String pixels(final PixelSize size) {
        return size + " pixels";
    }

    private static String channels(final int count) {
        return count == 1 ? "gray" : count + " channels";
    }

    private static String joined(final List<Optional<String>> parts) {
        return String.join(", ", parts.stream().flatMap(Optional::stream).toList());
    }

    private static ShelfEntry foreign(final Path path, final PackageDescription model) {
        return new ShelfEntry(
                path, model.name(), wants(model.input()), gives(model), Optional.empty());
    }

    private static String wants(final TensorDescription input) {
        final boolean volume = input.isVolume();
        return joined(
                List.of(
                        Optional.of(volume ? "3-D" : "").filter(text -> !text.isEmpty()),
                        Optional.of(
                                input.axis(TensorAxis.Kind.CHANNEL)
                                        .map(ModelSummary::channels)
                                        .orElse(channels(1))),
                        fixedSize(input),
                        TensorWords.pixelSize(input)
                                .map(size -> size + (volume ? " voxels" : " pixels"))));
    }

    private static String channels(final TensorAxis axis) {
        return isColour(axis.channels()) ? "RGB" : channels(Math.max(1, axis.channels().size()));
    }

    private static boolean isColour(final List<String> names) {
        final List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return lower.equals(List.of("r", "g", "b"))
                || lower.equals(List.of("red", "green", "blue"));
    }

    /** Such as {@code 512x512 px}, where the network takes nothing else. */
    private static Optional<String> fixedSize(final TensorDescription input) {
        final List<String> sides = new ArrayList<>();
        for (final TensorAxis.Kind kind :
                List.of(TensorAxis.Kind.X, TensorAxis.Kind.Y, TensorAxis.Kind.Z)) {
            input.axis(kind)
                    .filter(axis -> axis.size() instanceof AxisSize.Fixed)
                    .ifPresent(
                            axis ->
                                    sides.add(
                                            String.valueOf(
                                                    ((AxisSize.Fixed) axis.size()).length())));
        }
        return sides.isEmpty()
                ? Optional.empty()
                : Optional.of("tiles of " + String.join("x", sides) + " px");
    }

    private static String gives(final PackageDescription model) {
        return Legible.list(ChannelWords.names(model.outputs()))
                + TensorWords.scale(model).map(factor -> " (" + factor + ")").orElse("")
                + "; BioImage.IO "
                + model.formatVersion().replaceAll("^(\\d+\\.\\d+).*", "$1");
    }
}
