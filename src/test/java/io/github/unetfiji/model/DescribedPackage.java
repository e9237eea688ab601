package io.github.unetfiji.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages of another program, as far as their description goes: what they hold as weights is no program. */
public final class DescribedPackage {

    /** Of format 0.5: nuclei in gray images. */
    public static final String NUCLEI =
            """
            format_version: 0.5.4
            type: model
            name: Nuclei
            id: nuclei-unet
            version: 1.2.0
            description: Finds nuclei.
            authors: [{name: Ada Lovelace}, {name: Alan Turing}]
            cite: [{text: A paper, doi: 10.1000/182}]
            license: MIT
            tags: [nuclei, 2d]
            documentation: README.md
            covers: [cover.png]
            inputs:
            - id: raw
              axes:
              - {type: batch}
              - {type: channel, channel_names: [dna]}
              - {type: space, id: y, size: {min: 64, step: 16}, scale: 0.5, unit: micrometer}
              - {type: space, id: x, size: {min: 64, step: 16}, scale: 0.5, unit: micrometer}
              data: {type: float32}
              preprocessing:
              - {id: zero_mean_unit_variance, kwargs: {axes: [x, y], eps: 1.0e-6}}
            outputs:
            - id: mask
              axes:
              - {type: batch}
              - {type: channel, channel_names: [foreground, boundary]}
              - {type: space, id: y, size: {tensor_id: raw, axis_id: y}, halo: 16, scale: 0.5, unit: micrometer}
              - {type: space, id: x, size: {tensor_id: raw, axis_id: x}, halo: 16, scale: 0.5, unit: micrometer}
              data: {type: float32}
              postprocessing:
              - {id: sigmoid}
            weights:
              torchscript: {source: weights.pt, pytorch_version: 2.1.0}
            """;

    private DescribedPackage() {}

    /** Writes a zip. */
    public static Path zip(final Path file, final String description) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final Map.Entry<String, byte[]> entry : files(description).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Writes the same as a folder. */
    public static Path folder(final Path folder, final String description) throws IOException {
        Files.createDirectories(folder);
        for (final Map.Entry<String, byte[]> entry : files(description).entrySet()) {
            Files.write(folder.resolve(entry.getKey()), entry.getValue());
        }
        return folder;
    }

    private static Map<String, byte[]> files(final String description) {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("rdf.yaml", bytes(description));
        files.put("weights.pt", bytes("no program"));
        files.put("README.md", bytes("# Nuclei\n\nTrained on \u001b[31mplates\u001b[0m.\n"));
        files.put("cover.png", bytes("no picture"));
        return files;
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
