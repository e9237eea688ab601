package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.segment.InstanceSettings;
import io.github.unetfiji.segment.Split;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys that are given come first, then what the model was tuned to, then what does least. */
class ObjectKeysTest {

    private static final ObjectKeys NONE = new ObjectKeys(0, "auto", 0, 0, false);
    private static final Optional<Postprocessing> TUNED =
            Optional.of(new Postprocessing(0.3, 0.4, 2, 20));

    @Test
    void withoutKeysAndTuning() {
        assertEquals(
                new InstanceSettings(0.5, Split.NONE, 1, 0, false),
                NONE.objects(Optional.empty(), 1));
        assertEquals(Optional.empty(), NONE.told(Optional.empty()));
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
                new ObjectKeys(0, "auto", 5, 7, false).objects(TUNED, 3));
    }

    @Test
    void keysComeFirst() {
        assertEquals(
                new InstanceSettings(0.6, Split.NONE, 2, 20, true),
                new ObjectKeys(0.6, "none", 0, 0, true).objects(TUNED, 1));
        assertEquals(
                new InstanceSettings(0.4, Split.WATERSHED, 5, 1, false),
                new ObjectKeys(0, "auto", 5, 1, false).objects(TUNED, 1));
        assertEquals(
                new InstanceSettings(0.5, Split.WATERSHED, 1, 0, false),
                new ObjectKeys(0, "watershed", 0, 0, false).objects(Optional.empty(), 1));
    }
}
