package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model file says of its authors and its use, its picture, and files of earlier versions. */
class PublicationTest {

    private static final Publication FULL =
            new Publication(
                    "CC0-1.0",
                    List.of(
                            new Author(
                                    "Ada B.",
                                    Optional.of("Lab, Street"),
                                    Optional.of("0000-0001-5109-3700"),
                                    Optional.of("ada")),
                            new Author("C", Optional.empty(), Optional.empty(), Optional.empty())),
                    List.of("cells", "x-ray-microscopy"),
                    Optional.of("lab/data.1"),
                    Optional.empty());

    @TempDir private Path folder;

    private static Publication of(final Setting<String> key, final String value) {
        return PublicationKeys.of(
                Settings.DEFAULTS.with(PublicationKeys.AUTHOR, "Ada").with(key, value),
                Optional.empty());
    }

    private static Setting<String> key(final String name) {
        return List.of(
                        PublicationKeys.AUTHOR,
                        PublicationKeys.AFFILIATION,
                        PublicationKeys.ORCID,
                        PublicationKeys.GITHUB,
                        PublicationKeys.LICENSE,
                        PublicationKeys.TAGS,
                        PublicationKeys.DATASET)
                .stream()
                .filter(key -> key.key().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isReadAsItWasWritten() {
        final UNetModel model = Models.tiny(1, 2, "stack").with(FULL);
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(model, file);
        assertEquals(model, ModelPackage.read(file));
        ModelPackage.write(ModelPackage.read(file).with("tuning", "again"), file);
        assertEquals(FULL, ModelPackage.read(file).publication());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "license|GPL-3|license is 'GPL-3', but must be an id of the list on"
                        + " spdx.org/licenses, such as GPL-3.0-only, GPL-3.0-or-later, GPL-1.0-only.",
                "license|free|license is 'free', but must be an id of the list on spdx.org/licenses,"
                        + " such as FreeBSD-DOC, FreeImage.",
                "author|a/b|author is 'a/b', but must be a name without / and \\.",
                "orcid|0000-0002-1825-0098|orcid is '0000-0002-1825-0098', but must be 16 digits such"
                        + " as 0000-0002-1825-0097.",
                "orcid|a;b|orcid tells of 2 author(s), but author names 1.",
                "github|-ada|github is '-ada', but must be the name of an account: up to 39 letters,"
                        + " digits and single hyphens.",
                "tags|electron microscopy|tags has 'electron microscopy', but a tag is a word of"
                        + " small letters, digits, dots and hyphens, such as electron-microscopy.",
                "dataset|/a|dataset is '/a', but must be the id of a data set of bioimage.io: small"
                        + " letters, digits, and _ - / . between them.",
            })
    void oneSentenceNamesTheKey(final String key, final String value, final String sentence) {
        final String said =
                assertThrows(UNetException.class, () -> of(key(key), value)).getMessage();
        assertEquals(sentence, said);
    }

    @Test
    void whatPeopleTypeIsUnderstood() {
        assertEquals("MIT", of(PublicationKeys.LICENSE, " mit").license());
        assertEquals(
                Optional.of("0000-0002-1694-233X"),
                of(PublicationKeys.ORCID, "https://orcid.org/0000-0002-1694-233X")
                        .authors()
                        .get(0)
                        .orcid());
        assertEquals(List.of("a", "b-c"), of(PublicationKeys.TAGS, "A, b-c").tags());
    }

    /** Who goes on from a model is bound by its licence, and sees the same kind of images, but is its author no more. */
    @Test
    void aTrainingThatGoesOnKeepsTheLicence() {
        final Publication child = PublicationKeys.of(Settings.DEFAULTS, Optional.of(FULL));
        assertEquals("CC0-1.0", child.license());
        assertEquals(FULL.tags(), child.tags());
        assertEquals(List.of(), child.authors());
        assertEquals(Optional.empty(), child.dataset());
        assertEquals(
                "CC-BY-4.0", PublicationKeys.of(Settings.DEFAULTS, Optional.empty()).license());
    }

    @Test
    void thePictureIsTwiceAsWideAsHighAndSmall() throws IOException {
        final Random random = new Random(1);
        for (final int side : new int[] {1, 30, 399, 400, 401, 700}) {
            final float[] image = new float[side * side];
            final float[] probabilities = new float[2 * image.length];
            for (int i = 0; i < image.length; i++) {
                image[i] = random.nextFloat();
                probabilities[image.length + i] = random.nextFloat();
            }
            final byte[] png = Cover.of(image, probabilities, side).png();
            final BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(800, read.getWidth());
            assertEquals(400, read.getHeight());
            assertTrue(png.length < 500_000, () -> side + " px: " + png.length);
        }
    }

    /** The first channel left; of two classes the probability of the second right, of more the most probable one. */
    @Test
    void thePictureShowsTheSliceAndItsPrediction() throws IOException {
        final float[] image = {0, 1, 2, 3, 9, 9, 9, 9};
        final BufferedImage two =
                read(Cover.of(image, new float[] {1, 0.5f, 0, 0, 0, 0.5f, 1, 1}, 2));
        assertEquals(List.of(0, 255, 0, 255), grays(two, 0, 399, 400, 799, 399));
        assertEquals(0x80, two.getRGB(799, 0) & 0xff, 1);
        final float[] three = {1, 0, 0, .4f, 0, 1, 0, .3f, 0, 0, 1, .3f};
        final BufferedImage many = read(Cover.of(image, three, 2));
        assertEquals(0xff000000, many.getRGB(400, 0));
        assertEquals(0xffE69F00, many.getRGB(799, 0));
        assertEquals(0xff56B4E9, many.getRGB(400, 399));
        assertEquals(0xff000000, many.getRGB(799, 399));
    }

    private static List<Integer> grays(
            final BufferedImage image,
            final int left,
            final int innerLeft,
            final int innerRight,
            final int right,
            final int bottom) {
        return List.of(
                image.getRGB(left, 0) & 0xff,
                image.getRGB(innerLeft, bottom) & 0xff,
                image.getRGB(innerRight, 0) & 0xff,
                image.getRGB(right, bottom) & 0xff);
    }

    private static BufferedImage read(final Cover cover) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(cover.png()));
    }

    @Test
    void aNetworkGoneAstrayHasAPictureToo() throws IOException {
        final float[] values = new float[8];
        Arrays.fill(values, Float.NaN);
        assertEquals(800, read(Cover.of(values, values, 2)).getWidth());
    }

    /** The slice's picture stays with the model; one of the test image is made anew. */
    @Test
    void keepsThePictureOfASlice() throws IOException {
        final Cover cover = Cover.of(new float[] {0, 1, 2, 3}, new float[8], 2);
        final UNetModel model = Models.tiny(1, 2, "stack").with(FULL.with(cover));
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(model, file);
        final UNetModel read = ModelPackage.read(file);
        assertEquals(Optional.of(cover), read.publication().cover());
        ModelPackage.write(read, file);
        final byte[] kept = Zips.read(file).get("cover.png");
        assertEquals(cover, Cover.ofFile(kept));
        ModelPackage.write(model.with(FULL), file);
        assertEquals(Optional.empty(), ModelPackage.read(file).publication().cover());
        assertNotEquals(cover, Cover.ofFile(Zips.read(file).get("cover.png")));
    }

    /** As earlier versions wrote it: without a licence, the pixel size at the axes, no part of the zoo. */
    @Test
    void readsFilesOfEarlierVersions() throws IOException {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(Models.tiny(1, 2, "range"), file);
        final String rdf =
                new String(Zips.read(file).get("rdf.yaml"), StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(license|id|version): .*\n", "")
                        .replaceFirst("(?s)covers:\n- cover.png\n", "")
                        .replaceAll(
                                "    id: y\n", "    id: y\n    unit: nanometer\n    scale: 5.0\n")
                        .replaceAll(
                                "    id: x\n", "    id: x\n    unit: nanometer\n    scale: 4.0\n")
                        .replaceFirst("(?s)  bioimageio:.*?  unetfiji:", "  unetfiji:")
                        .replaceFirst("    cover_of_slice: false\n", "");
        assertTrue(
                rdf.contains("scale: 5.0") && !rdf.contains("license") && !rdf.contains("U-Net\n"));
        Zips.change(file, "rdf.yaml", rdf.getBytes(StandardCharsets.UTF_8));
        Zips.change(file, "cover.png", null);
        final UNetModel expected =
                Models.calibrated(
                        Models.tiny(1, 2, "range"), new PixelSize(4, 5, LengthUnit.NANOMETER));
        assertEquals(expected, ModelPackage.read(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "license: CC-BY-4.0|license: 7|The description rdf.yaml.license is 7, but must be a"
                        + " text.",
                "name: U-Net for Fiji|nam: x|The description rdf.yaml.authors.name is missing, but"
                        + " must be a text.",
                "unit: nanometer|unit: furlong|The description rdf.yaml.config.unetfiji.pixel_size.unit"
                        + " is furlong, but must be a unit of length.",
                "x: 4.0|x: four|The description rdf.yaml.config.unetfiji.pixel_size.x is four, but must"
                        + " be a number.",
            })
    void aDamagedFieldIsNamed(final String good, final String bad, final String sentence)
            throws IOException {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(
                Models.calibrated(
                        Models.tiny(1, 2, "stack"), new PixelSize(4, 5, LengthUnit.NANOMETER)),
                file);
        final String rdf = new String(Zips.read(file).get("rdf.yaml"), StandardCharsets.UTF_8);
        assertTrue(rdf.contains(good), rdf);
        Zips.change(file, "rdf.yaml", rdf.replace(good, bad).getBytes(StandardCharsets.UTF_8));
        final String said =
                assertThrows(UNetException.class, () -> ModelPackage.read(file)).getMessage();
        assertEquals("The model " + file + " cannot be used: " + sentence, said);
    }

    /** The checksums are those of the files before this version wrote them again. */
    @ParameterizedTest
    @CsvSource({
        "phantom-unet, 09bc9cd4815a755d4ff2c7a3cfeaf7d21d67f8a24d9e8d904ea846d4c3f7eb39, BSD-2-Clause",
        "em-unet, 3bc18e5748d87e59226bb26e5d3e85972ae2afd754188537e45ab8fbce623f1e, CC-BY-NC-4.0"
    })
    void theSampleModelsHaveTheirWeights(
            final String name, final String sha256, final String license) throws Exception {
        final Path file = Path.of("sample-data", name + ".zip");
        final Path weights = Files.write(folder.resolve("w.pt"), Zips.read(file).get("weights.pt"));
        final Map<String, byte[]> stored = Zips.read(weights);
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        stored.keySet().stream()
                .filter(entry -> entry.contains("/data/"))
                .sorted(
                        Comparator.comparing(
                                entry -> Integer.valueOf(entry.replaceFirst(".*/", ""))))
                .forEach(entry -> digest.update(stored.get(entry)));
        assertEquals(sha256, HexFormat.of().formatHex(digest.digest()));
        final UNetModel model = ModelPackage.read(file);
        assertEquals(license, model.publication().license());
        assertTrue(model.publication().cover().isPresent());
        assertEquals(name, model.name());
        assertTrue(Files.size(file) < 10_000_000);
    }
}
