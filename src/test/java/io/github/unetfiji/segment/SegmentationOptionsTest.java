package io.github.unetfiji.segment;

import static io.github.unetfiji.segment.SegmentationKeys.THRESHOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.setting.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Options that are given come first, then what the model was tuned to, then what does least. */
class SegmentationOptionsTest {

    private static final SegmentationOptions NONE = SegmentationOptions.DEFAULT;
    private static final Optional<Postprocessing> TUNED =
            Optional.of(new Postprocessing(0.3, 0.4, 2, 20));

    private static SegmentationOptions.Builder builder() {
        return SegmentationOptions.builder();
    }

    @Test
    void withoutOptionsAndTuning() {
        assertEquals(
                new InstanceSettings(0.5, Split.NONE, 1, 0, false),
                NONE.objects(Optional.empty(), 1));
        assertEquals(Decision.MOST_PROBABLE, NONE.decision(Optional.empty()));
    }

    @Test
    void theModel() {
        assertEquals(
                new InstanceSettings(0.4, Split.WATERSHED, 2, 20, false), NONE.objects(TUNED, 1));
        assertEquals(
                new InstanceSettings(0.5, Split.NONE, 1, 0, false),
                NONE.objects(Optional.of(Postprocessing.NONE), 1));
    }

    /** Lengths that were tuned are the model's: its pixels are three times as wide as the image's. */
    @Test
    void thePixelsOfTheModel() {
        assertEquals(
                new InstanceSettings(0.4, Split.WATERSHED, 6, 180, false), NONE.objects(TUNED, 3));
        assertEquals(
                new InstanceSettings(0.4, Split.WATERSHED, 5, 7, false),
                builder().optNeckHeight(5).optSmallest(7).build().objects(TUNED, 3));
    }

    @Test
    void optionsComeFirst() {
        assertEquals(
                new InstanceSettings(0.6, Split.NONE, 2, 20, true),
                builder()
                        .optThreshold(0.6)
                        .optSplit(Split.NONE)
                        .optLink(true)
                        .build()
                        .objects(TUNED, 1));
        assertEquals(
                new InstanceSettings(0.4, Split.WATERSHED, 5, 1, false),
                builder().optNeckHeight(5).optSmallest(1).build().objects(TUNED, 1));
        assertEquals(
                new InstanceSettings(0.5, Split.WATERSHED, 1, 0, false),
                builder().optSplit(Split.WATERSHED).build().objects(Optional.empty(), 1));
    }

    @Test
    void numbersOutOfRange() {
        assertEquals(
                "The threshold is 1.5, but must be from 0 to 1.",
                refusal(builder().optClassThreshold(1.5)));
        assertEquals(
                "The threshold is NaN, but must be from 0 to 1.",
                refusal(builder().optObjectThreshold(Double.NaN)));
        assertEquals(
                "The height is 0.0, but must be above 0 px.", refusal(builder().optNeckHeight(0)));
        assertEquals(
                "The smallest object is -1, but must be 0 or more px.",
                refusal(builder().optSmallest(-1)));
    }

    @Test
    void whatStandsInKeys() {
        assertEquals(SegmentationOptions.DEFAULT, builder().with(Settings.DEFAULTS).build());
        assertEquals(
                SegmentationOptions.DEFAULT,
                builder().with(Settings.DEFAULTS.with(THRESHOLD, -0.0)).build());
        assertEquals(
                builder()
                        .optScaling(Scaling.OFF)
                        .optAveraging(Averaging.DIHEDRAL)
                        .optThreshold(0.3)
                        .optSplit(Split.NONE)
                        .optNeckHeight(2)
                        .optSmallest(7)
                        .optLink(true)
                        .optTile(188)
                        .optDevice(ComputeDevice.CPU)
                        .optPrecision(Precision.BFLOAT16)
                        .build(),
                builder()
                        .with(
                                Settings.DEFAULTS
                                        .with(SegmentationKeys.SCALE, Scaling.OFF)
                                        .with(SegmentationKeys.AVERAGING, Averaging.DIHEDRAL)
                                        .with(THRESHOLD, 0.3)
                                        .with(SegmentationKeys.SPLIT, "none")
                                        .with(SegmentationKeys.HEIGHT, 2.0)
                                        .with(SegmentationKeys.SMALLEST, 7)
                                        .with(SegmentationKeys.LINK, true)
                                        .with(SegmentationKeys.TILE, 188)
                                        .with(ComputeDevice.SETTING, "cpu")
                                        .with(Precision.SETTING, "bfloat16"))
                        .build());
    }

    private static String refusal(final SegmentationOptions.Builder options) {
        return assertThrows(UNetException.class, options::build).getMessage();
    }
}
