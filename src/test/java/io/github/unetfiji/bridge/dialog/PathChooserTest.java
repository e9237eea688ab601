package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathChooserTest {

    private static final File OTHERWISE = new File("otherwise");

    @TempDir Path folder;

    @Test
    void startsInTheFolderOfTheText() {
        assertEquals(
                folder.toFile(),
                PathChooser.startFolder(folder.resolve("model.zip").toString(), OTHERWISE));
    }

    @Test
    void startsInTheNearestFolderThatIsThere() {
        assertEquals(
                folder.toFile(),
                PathChooser.startFolder(folder.resolve("no/such/model.zip").toString(), OTHERWISE));
    }

    @Test
    void anEmptyTextAndABareNameTellNothing() {
        assertEquals(OTHERWISE, PathChooser.startFolder("", OTHERWISE));
        assertEquals(OTHERWISE, PathChooser.startFolder("no-such-model.zip", OTHERWISE));
    }
}
