package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.unetfiji.bioimageio.ReferencePackages;
import io.github.unetfiji.model.DescribedPackage;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** What Model Info tells of models of this program and of others. */
class ModelInfoTest {

    private static Context context;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        context = new Context();
    }

    @AfterAll
    static void end() {
        context.dispose();
    }

    private static CommandModule run(final Path model) throws Exception {
        return context.service(CommandService.class)
                .run(ModelInfoCommand.class, false, "model", model.toFile())
                .get();
    }

    private static String info(final Path model) throws Exception {
        return (String) run(model).getOutput("info");
    }

    /** NB: lines of before come first, as before. */
    @Test
    void aModelOfOursIsDescribedAsAFileAndAsAFolderAlike() throws Exception {
        final Path file = Path.of("sample-data", "phantom-unet.zip");
        final String info = info(file);
        assertTrue(info.startsWith("model: phantom-unet\ndepth: "), info);
        assertTrue(info.indexOf("it was trained with: ") < info.indexOf("runs here: yes"), info);
        assertEquals(info, info(unpacked(file)));
    }

    private Path unpacked(final Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            final Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                final ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(folder.resolve(entry.getName()))) {
                    in.transferTo(out);
                }
            }
        }
        return folder;
    }

    @Test
    void aPackageThatCannotBeUsedIsDescribedWithTheReason() throws Exception {
        final Path file = DescribedPackage.zip(folder.resolve("a.zip"), DescribedPackage.NUCLEI);
        final String info = info(file);
        assertTrue(info.startsWith("model: Nuclei\ncannot be used: "), info);
        assertFalse(info.contains("cannot be used: The model "), info);
        assertTrue(info.contains("runs here: no\n"), info);
        assertTrue(info.contains("  authors: Ada Lovelace, Alan Turing\n"), info);
    }

    @Test
    void theCoverIsAnOutputIfThereIsOne() throws Exception {
        final Path model = DescribedPackage.folder(folder.resolve("a"), DescribedPackage.NUCLEI);
        assertNull(run(model).getOutput("cover"));
        final BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", new File(model.toFile(), "cover.png"));
        final ImagePlus cover = (ImagePlus) run(model).getOutput("cover");
        assertEquals("Nuclei-cover", cover.getTitle());
        assertEquals(30, cover.getWidth());
    }

    @Test
    void whatWasTrainedFurtherSaysHow() throws Exception {
        final Path file =
                DescribedPackage.zip(
                        folder.resolve("a.zip"),
                        DescribedPackage.NUCLEI
                                + "config:\n  unetfiji_finetuned: {iterations: 500, macro: run}\n");
        final String info = info(file);
        assertTrue(info.contains("as the package says:\n  iterations: 500\n"), info);
    }

    @Test
    void theTestOfAPackageIsTold() throws Exception {
        final String info = info(ReferencePackages.zip("nuclei_boundary_04"));
        assertTrue(info.contains("\ntest: "), info);
        assertTrue(info.contains("runs here: yes\n"), info);
        assertTrue(
                info(ReferencePackages.zip("wrong_test_output_05"))
                        .contains("runs here: only if it is trusted"));
        assertTrue(info(ReferencePackages.zip("mito3d_05")).contains("runs here: its test only"));
    }
}
