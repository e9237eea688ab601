package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.model.KnownModels;
import io.github.unetfiji.model.ShelfEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of models in a dialog. */
class ModelRowsTest {

    private static ModelRow row(final String name, final int rank) {
        return new ModelRow(
                new ShelfEntry(
                        Path.of("/models", name + ".zip"), name, "gray", "cell", Optional.empty()),
                "models",
                rank);
    }

    private static ModelRow broken(final String name) {
        return new ModelRow(
                new ShelfEntry(
                        Path.of(name), name, "", "", Optional.of("It is no complete zip file.")),
                "used last",
                0);
    }

    private static List<String> names(final ModelRows rows) {
        return IntStream.range(0, rows.getSize())
                .mapToObj(i -> rows.getElementAt(i).entry().name())
                .toList();
    }

    @Test
    void thoseUsedLastComeFirstAndBrokenOnesLast() {
        final ModelRows rows = new ModelRows();
        rows.add(List.of(broken("x"), row("used", 0), row("z", 2)));
        rows.add(List.of(row("b", 1), row("a", 1)));
        assertEquals(List.of("used", "b", "a", "z", "x"), names(rows));
        assertEquals(5, rows.count());
    }

    @Test
    void allWordsMustMatchInWhateverOrder() {
        final ModelRows rows = new ModelRows();
        rows.add(List.of(row("Nuclei of ovules", 1), row("nuclei", 1), row("membranes", 1)));
        rows.find(" ovules NUCLEI ");
        assertEquals(List.of("Nuclei of ovules"), names(rows));
        rows.find("gray cell");
        assertEquals(3, rows.getSize());
        rows.find("nothing like this");
        assertEquals(0, rows.getSize());
        assertEquals(3, rows.count());
        rows.find("");
        assertEquals(3, rows.getSize());
    }

    @Test
    void aLineSaysWhatAModelWantsAndGives() {
        assertEquals("gray \u2192 cell", row("a", 0).summary());
        assertEquals("It is no complete zip file.", broken("a").summary());
        assertEquals(
                "gray, 4x4 nm pixels \u2192 background, cell",
                ModelRow.summary(
                        new KnownModels().read(Path.of("sample-data/em-unet.zip")).orElseThrow()));
    }
}
