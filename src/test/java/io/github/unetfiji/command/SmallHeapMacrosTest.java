package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java's memory (256 MB here) cannot hold is refused before the work, with figures. */
class SmallHeapMacrosTest {

    private static final String LABELS =
            "newImage('labels', '8-bit black', 100, 100, 8000); makeRectangle(5, 5, 50, 50);"
                    + " run('Set...', 'value=1 slice'); run('Select None'); ";

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        ModelPackage.write(Models.tiny(1, 2, "slice"), folder.resolve("tiny.zip"));
        final String clear = "run('Close All');";
        outcomes =
                new Macros(folder)
                        .add(
                                "segment",
                                "newImage('image', '8-bit black', 100, 100, 5000);"
                                        + " run('U-Net Segment...', 'model=$/tiny.zip');")
                        .add("sample", clear + "run('U-Net Sample Stack...', 'slices=600');")
                        .add(
                                "weights",
                                clear + LABELS + "run('U-Net Weight Map...', 'image=labels');")
                        .add(
                                "augment",
                                clear
                                        + "newImage('image', '8-bit noise', 100, 100, 1);"
                                        + LABELS.replace("8000", "1")
                                        + "run('U-Net Augment...', 'image=image labels=labels"
                                        + " samples=500 patch=252');")
                        .add(
                                "train",
                                clear
                                        + "newImage('image', '8-bit noise', 100, 100, 1);"
                                        + LABELS.replace("8000", "1")
                                        + "run('U-Net Train...', 'image=image labels=labels"
                                        + " model=$/cells.zip depth=4 features=64');")
                        .add(
                                "evaluate",
                                clear
                                        + "newImage('image', '8-bit black', 5000, 5000, 1);"
                                        + " newImage('labels', '8-bit black', 5000, 5000, 1);"
                                        + " makeRectangle(5, 5, 50, 50); run('Set...', 'value=1');"
                                        + " run('Select None');"
                                        + " run('U-Net Evaluate...', 'prediction=image truth=labels"
                                        + " kind=classes');")
                        .run();
    }

    @ParameterizedTest
    @CsvSource({
        "segment, 'The result, 5000 slice(s) of 100x100 px with 8 byte(s) each,', 382, 'use U-Net Segment"
                + " Files, which writes slice by slice'",
        "sample, 'The stack, 600 slice(s) of 512x512 px with 1 byte each and their labels,', 301,"
                + " 'make it smaller'",
        "weights, 'The weight map, 8000 slice(s) of 100x100 px with 4 bytes each,', 306, 'take fewer"
                + " slices'",
        "augment, 'The augmentation, 500 sample(s) of 252x252 px,', 485, 'take fewer or smaller samples'",
        "train, 'The training of 31030658 weights on 1 annotated slice(s) of together 0 million pixels',"
                + " 592, 'train on fewer slices or with fewer features'",
        "evaluate, 'The evaluation of a slice of 5000x5000 px', 287, 'crop the images'"
    })
    void everyCommandTellsSo(
            final String name, final String what, final int megabytes, final String advice) {
        final String failure = outcomes.get(name).failure();
        final String[] parts = failure.split("only \\d+ MB of its \\d+ MB");
        assertTrue(
                failure.contains(
                                what
                                        + " needs about "
                                        + megabytes
                                        + " MB of Java's memory, but only ")
                        && parts.length == 2
                        && parts[1].equals(
                                " are free: allow more in Edit > Options > Memory & Threads, or "
                                        + advice
                                        + "."),
                failure);
    }
}
