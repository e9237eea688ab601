package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What file managers send when a file is dropped. */
class DroppedFileTest {

    private static final DataFlavor ADDRESSES =
            new DataFlavor("text/uri-list;class=java.lang.String", "any name");

    @TempDir private Path folder;

    /** What is dragged. */
    private record Dragged(Map<DataFlavor, Object> data) implements Transferable {

        static Dragged of(final DataFlavor flavor, final Object value) {
            return new Dragged(new LinkedHashMap<>(Map.of(flavor, value)));
        }

        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return data.keySet().toArray(DataFlavor[]::new);
        }

        @Override
        public boolean isDataFlavorSupported(final DataFlavor flavor) {
            return data.containsKey(flavor);
        }

        @Override
        public Object getTransferData(final DataFlavor flavor)
                throws UnsupportedFlavorException, IOException {
            if (data.get(flavor) instanceof IOException broken) {
                throw broken;
            }
            return data.get(flavor);
        }
    }

    private File file(final String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x").toFile();
    }

    @Test
    void aListOfFilesGivesTheFirst() throws IOException {
        final File first = file("a.zip");
        assertEquals(
                Optional.of(first),
                DroppedFile.of(
                        Dragged.of(DataFlavor.javaFileListFlavor, List.of(first, file("b.zip")))));
        assertEquals(
                Optional.of(folder.toFile()),
                DroppedFile.of(
                        Dragged.of(DataFlavor.javaFileListFlavor, List.of(folder.toFile()))));
    }

    @Test
    void aListOfAddressesGivesTheFirstFile() throws IOException {
        final File file = file("a model \u00e4.zip");
        final String list =
                "# comment\r\nhttp://somewhere/b.zip\r\n" + file.toURI().toASCIIString() + "\r\n";
        assertEquals(Optional.of(file), DroppedFile.of(Dragged.of(ADDRESSES, list)));
        assertEquals(
                Optional.of(file),
                DroppedFile.of(
                        Dragged.of(
                                ADDRESSES,
                                file.toURI().toASCIIString().replace("file:/", "file:///"))));
        assertEquals(
                Optional.of(file),
                DroppedFile.of(Dragged.of(DataFlavor.stringFlavor, file.getPath())));
    }

    @Test
    void theSecondFlavorCountsIfTheFirstCannotBeRead() throws IOException {
        final File file = file("a.zip");
        final Map<DataFlavor, Object> both = new LinkedHashMap<>();
        both.put(DataFlavor.javaFileListFlavor, new IOException("gone"));
        both.put(ADDRESSES, file.toURI().toString());
        assertEquals(Optional.of(file), DroppedFile.of(new Dragged(both)));
    }

    @Test
    void whatIsNoFileGivesNothing() {
        for (final String text :
                List.of(
                        "",
                        "some words",
                        "http://somewhere/a.zip",
                        "file:///%zz",
                        "/no/such/file")) {
            assertEquals(
                    Optional.empty(),
                    DroppedFile.of(Dragged.of(DataFlavor.stringFlavor, text)),
                    text);
        }
        assertEquals(
                Optional.empty(),
                DroppedFile.of(Dragged.of(DataFlavor.javaFileListFlavor, List.of())));
        assertEquals(
                Optional.empty(), DroppedFile.of(Dragged.of(DataFlavor.imageFlavor, "picture")));
    }

    @Test
    void onlyWhatMayHoldAFileIsWelcome() {
        assertTrue(DroppedFile.isPossible(List.of(DataFlavor.imageFlavor, ADDRESSES)));
        assertFalse(DroppedFile.isPossible(List.of(DataFlavor.imageFlavor)));
    }
}
