package io.github.unetfiji.dataset;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.ij.CalibratedSlices;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommonPixelSizeTest {

    private static final PixelSize FOUR = new PixelSize(4, 4, LengthUnit.NANOMETER);

    private final List<String> warnings = new ArrayList<>();

    private final TrainingListener listener =
            new TrainingListener() {
                @Override
                public void onWarning(final String warning) {
                    warnings.add(warning);
                }
            };

    private static AnnotatedImage image(final String name, final Optional<PixelSize> size) {
        final AnnotatedImage squares = TestLabels.squares(48, 1);
        return new AnnotatedImage(
                name, new CalibratedSlices(squares.image(), size), squares.annotations());
    }

    private Optional<PixelSize> of(final AnnotatedImage... images) {
        return CommonPixelSize.of(List.of(images), listener);
    }

    @Test
    void theModelKeepsIt() {
        final Training.Result result =
                Training.run(
                        "squares",
                        List.of(image("a", Optional.of(FOUR))),
                        TrainingSettings.builder()
                                .with(DEPTH, 1)
                                .with(FEATURES, 1)
                                .with(PATCH, 36)
                                .with(ITERATIONS, 1)
                                .build(),
                        listener,
                        Progress.NONE);
        assertEquals(Optional.of(FOUR), result.model().pixelSize());
    }

    /** Images without a size do not count, and calibrations are not exact. */
    @Test
    void alike() {
        final PixelSize nearly = new PixelSize(0.00402, 0.00397, LengthUnit.MICROMETER);
        assertEquals(
                Optional.of(FOUR),
                of(
                        image("a", Optional.empty()),
                        image("b", Optional.of(FOUR)),
                        image("c", Optional.of(nearly))));
        assertEquals(Optional.empty(), of(image("a", Optional.empty())));
        assertEquals(List.of(), warnings);
    }

    @Test
    void different() {
        final PixelSize flat = new PixelSize(4, 5, LengthUnit.NANOMETER);
        assertEquals(
                Optional.empty(),
                of(
                        image("a.tif", Optional.of(FOUR)),
                        image("b.tif", Optional.of(flat)),
                        image("c.tif", Optional.of(flat))));
        assertEquals(
                List.of(
                        "The pixels of 'a.tif' are 4x4 nm, but those of 'b.tif' 4x5 nm: all images are"
                                + " used as they are, and the model keeps no pixel size."),
                warnings);
    }

    @Test
    void anotherThanThatOfTheModelToGoOnFrom() {
        final PixelSize eight = new PixelSize(8, 8, LengthUnit.NANOMETER);
        CommonPixelSize.compare(Optional.of(eight), Optional.empty(), listener);
        CommonPixelSize.compare(Optional.of(eight), Optional.of(eight), listener);
        assertEquals(List.of(), warnings);
        CommonPixelSize.compare(Optional.of(eight), Optional.of(FOUR), listener);
        assertEquals(
                List.of(
                        "The pixels of the images are 8x8 nm, but the model to go on from was trained"
                                + " with 4x4 nm: the images are used as they are."),
                warnings);
    }
}
