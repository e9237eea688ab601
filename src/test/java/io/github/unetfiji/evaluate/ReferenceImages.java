package io.github.unetfiji.evaluate;

import ij.ImagePlus;
import ij.io.Opener;
import io.github.unetfiji.labels.LabelMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.Yaml;

/** Images and values that other code computed; they lie beside the checkout. */
final class ReferenceImages {

    private final Path folder;

    private ReferenceImages(final Path folder) {
        this.folder = folder;
    }

    /** Skips the test if the values are not there. */
    static ReferenceImages in(final String room) {
        final Path folder = Path.of("../shared/reference", room);
        Assumptions.assumeTrue(
                Files.exists(folder),
                "the reference values are not beside this checkout: " + folder);
        return new ReferenceImages(folder);
    }

    Map<String, Object> expected() throws Exception {
        return new Yaml().load(Files.readString(folder.resolve("expected.json")));
    }

    List<LabelMap> labels(final String name) {
        final ImagePlus image = open(name);
        final List<LabelMap> slices = new ArrayList<>();
        for (int z = 1; z <= image.getStackSize(); z++) {
            final Object pixels = image.getStack().getPixels(z);
            slices.add(
                    pixels instanceof short[]
                            ? LabelMap.of((short[]) pixels, image.getWidth(), image.getHeight())
                            : LabelMap.of((byte[]) pixels, image.getWidth(), image.getHeight()));
        }
        return slices;
    }

    List<ProbabilityMap> probabilities(final String name) {
        final ImagePlus image = open(name);
        final List<ProbabilityMap> slices = new ArrayList<>();
        for (int z = 1; z <= image.getStackSize(); z++) {
            final float[] pixels = (float[]) image.getStack().getPixels(z);
            slices.add(ProbabilityMap.of(pixels, image.getWidth(), image.getHeight()));
        }
        return slices;
    }

    private ImagePlus open(final String name) {
        return new Opener().openImage(folder.resolve(name + ".tif").toString());
    }
}
