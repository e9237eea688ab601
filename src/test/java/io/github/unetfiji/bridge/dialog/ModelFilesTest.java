package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Prefs;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.command.ModelInfoCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.ModuleException;

/** What a dialog shows of models. */
class ModelFilesTest {

    @TempDir private Path folder;

    private File zip(final String name, final String entry) throws IOException {
        final Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return file.toFile();
    }

    @Test
    void browsingShowsModelsAndFoldersOnly() throws IOException {
        final ModelFiles models = new ModelFiles();
        assertTrue(models.accept(new File("sample-data/phantom-unet.zip")));
        assertTrue(models.accept(zip("OTHER.ZIP", "bioimageio.yaml")));
        assertTrue(models.accept(folder.toFile()));
        assertFalse(models.accept(zip("rois.zip", "0001-0002.roi")));
        assertFalse(models.accept(new File("sample-data/phantom.tif")));
        assertFalse(models.accept(Files.writeString(folder.resolve("no.zip"), "text").toFile()));
    }

    @Test
    void theDescriptionOfAnUnpackedModelIsShown() throws IOException {
        assertTrue(ModelFiles.isModel(Files.writeString(folder.resolve("rdf.yaml"), "x").toFile()));
        assertFalse(ModelFiles.isModel(Files.writeString(folder.resolve("a.yaml"), "x").toFile()));
    }

    @Test
    void aModelIsFoundByItsName() throws IOException, ModuleException {
        final String before = Prefs.get("unetfiji.modelfolder", null);
        final File named = zip("named-model.zip", "rdf.yaml");
        final CommandInputs inputs = DialogModules.of(ModelInfoCommand.class).inputs();
        final OpenImages images = new OpenImages();
        try {
            Prefs.set("unetfiji.modelfolder", folder.toString());
            assertEquals(named, inputs.values(Map.of("model", "named-model"), images).get("model"));
            assertEquals(
                    new File("pom.xml"),
                    inputs.values(Map.of("model", "pom.xml"), images).get("model"));
        } finally {
            Prefs.set("unetfiji.modelfolder", before);
        }
        assertEquals(
                "Option \"model\": there is no file \"named-model\", and no model of this name in the model folders.",
                assertThrows(
                                UNetException.class,
                                () -> inputs.values(Map.of("model", "named-model"), images))
                        .getMessage());
    }

    @Test
    void theModelUsedLastComesFirstAndOneThatIsGoneNotAtAll() throws IOException {
        final String before = Prefs.get("unetfiji.models", "");
        try {
            final File first = zip("first.zip", "rdf.yaml");
            final File second = zip("second.zip", "rdf.yaml");
            RecentModels.use(second);
            RecentModels.use(first);
            RecentModels.use(second);
            assertEquals(
                    List.of(second.getPath(), first.getPath()), RecentModels.list().subList(0, 2));
            Files.delete(second.toPath());
            assertEquals(first.getPath(), RecentModels.list().get(0));
        } finally {
            Prefs.set("unetfiji.models", before);
        }
    }
}
